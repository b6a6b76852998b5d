using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Hosting;
using MnM.Tests.Sharing;

namespace MnM.Tests.Security;

/// <summary>Every endpoint, page, socket and file, asked by nobody, by a viewer and by the owner, against docs/routes.md.</summary>
public sealed class RouteTableTests
{
    [Fact]
    public async Task Every_route_has_a_row_that_is_true_and_every_row_a_route()
    {
        await using var lan = await LanMnm.StartAsync();
        var rows = RouteTable.Read();
        var routes = RoutesOf(lan).Select(route => (Name: RouteTable.NameOf(route), Who: RouteTable.Of(route))).Distinct().ToList();

        Assert.True(routes.Count > 80);
        AssertNone(routes.Where(route => rows.GetValueOrDefault(route.Name) != route.Who).Select(route => $"| `{route.Name}` | {route.Who.Replace(" ", " | ", StringComparison.Ordinal)} |").Order(StringComparer.Ordinal));
        Assert.Empty(rows.Keys.Except(routes.Select(route => route.Name)));
    }

    [Fact]
    public async Task Every_route_answers_whom_its_row_names_and_nobody_else()
    {
        await using var lan = await LanMnm.StartAsync();
        var rows = RouteTable.Read();
        var viewer = await lan.ViewerAsync();
        List<string> faults = [];
        foreach (var (index, route) in Asked(lan).Index())
        {
            var name = RouteTable.NameOf(route);
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"])
            {
                // Each stranger comes from elsewhere: who asks this much is told to wait.
                var stranger = lan.At($"10.1.{index / 250}.{(index % 250) + 1}");
                var answered = $"{await AskAsync(stranger.Http, method, route)} {await AskAsync(viewer.Http, method, route)} {await AskAsync(lan.Owner, method, route)}";
                if (answered != rows.GetValueOrDefault(name))
                {
                    faults.Add($"{method} {RouteTable.Sample(route)} ({name}): {answered}");
                }
            }
        }

        AssertNone(faults);
    }

    [Fact]
    public async Task A_route_that_nobody_thought_of_is_the_owner_s_and_has_no_row()
    {
        await using var mnm = await RunningMnm.StartAsync(map: app => app.MapGet("/api/forgotten", () => "open"));
        var forgotten = mnm.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(route => route.RoutePattern.RawText == "/api/forgotten");
        Assert.DoesNotContain(RouteTable.NameOf(forgotten), RouteTable.Read().Keys);
    }

    // Assert.Empty would cut the lines short: they are what is to be written into the table.
    private static void AssertNone(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join('\n', faults));

    private static IEnumerable<RouteEndpoint> RoutesOf(LanMnm lan) =>
        lan.Mnm.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Each route once, and of the files one of each folder: their endpoints are made by one line.</summary>
    private static IEnumerable<RouteEndpoint> Asked(LanMnm lan) =>
        RoutesOf(lan).GroupBy(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? RouteTable.NameOf(route) + route.Order : RouteTable.NameOf(route)).Select(same => same.First());

    /// <summary>"–" where it is refused to whoever asks, else "yes", whatever comes of it short of a failure of MnM.</summary>
    private static async Task<string> AskAsync(HttpClient client, string method, RouteEndpoint route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), RouteTable.Sample(route));
        request.Content = method is "GET" or "HEAD" or "DELETE" ? null : new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "–",
            HttpStatusCode.Redirect when answer.Headers.Location?.OriginalString.StartsWith("/pair", StringComparison.Ordinal) is true => "–",
            HttpStatusCode.TooManyRequests => "too many",
            // 503 is said by those that wait for static data, which no test loads.
            HttpStatusCode.MisdirectedRequest or >= HttpStatusCode.InternalServerError and not HttpStatusCode.ServiceUnavailable => $"failed ({(int)answer.StatusCode})",
            _ => "yes",
        };
    }
}
