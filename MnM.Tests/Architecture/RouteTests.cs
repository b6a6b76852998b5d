using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Hosting;

namespace MnM.Tests.Architecture;

/// <summary>Every URL is one endpoint's, and the paths that programs know answer with JSON whatever comes.</summary>
public sealed class RouteTests
{
    private const string Question = "X-Which-Endpoint";
    private const string Nobody = "00000000-0000-4000-8000-000000000000";
    private static readonly string[] Programs = ["/users", "/fetch_user", "/matches", "/champions", "/api/users", "/api/fetch_user", "/api/matches", "/api/champions"];

    public static TheoryData<string, string> Addresses => new()
    {
        { "POST", "/users/sign_up" },
        { "POST", "/users/sign_in" },
        { "POST", "/fetch_user" },
        { "GET", $"/users/{Nobody}/fetch_rank" },
        { "GET", $"/users/{Nobody}/matches" },
        { "GET", $"/matches/{Nobody}" },
        { "GET", "/champions" },
        { "GET", "/champions/0" },
    };

    [Fact]
    public async Task Every_route_is_found_at_its_own_URL()
    {
        await using var mnm = await RunningMnm.StartAsync(map: TellEndpoints);
        Assert.Empty(await FindFaultsAsync(mnm));
    }

    [Fact]
    public async Task Two_endpoints_for_one_URL_are_found()
    {
        await using var mnm = await RunningMnm.StartAsync(map: app =>
        {
            TellEndpoints(app);
            app.MapGet("/matches/{other}", () => "planted");
        });
        Assert.Contains(await FindFaultsAsync(mnm), fault => fault.StartsWith("GET /matches/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_contract_s_paths_are_those_of_programs_alone()
    {
        await using var mnm = await RunningMnm.StartAsync();
        var pages = Routes(mnm).Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null).ToList();
        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, page => Programs.Any(path => new PathString(Sample(page)).StartsWithSegments(path)));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Whatever_comes_is_answered_with_JSON(string method, string path)
    {
        await using var mnm = await RunningMnm.StartAsync();
        foreach (var address in new[] { path, $"/api{path}", $"{path}/more", $"{path}/%3Cscript%3E" })
        {
            foreach (var verb in new[] { method, "GET", "POST", "PUT", "PATCH", "DELETE" }.Distinct())
            {
                await AskAsync(mnm, verb, address, null);
                if (verb != "GET")
                {
                    await AskAsync(mnm, verb, address, "{");
                    await AskAsync(mnm, verb, address, """{"summonerName":{"a":[1]},"email":7}""");
                    await AskAsync(mnm, verb, address, new string(' ', 10_000_000));
                }
            }
        }
    }

    private static async Task AskAsync(RunningMnm mnm, string method, string address, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Accept", "text/html");
        request.Headers.ExpectContinue = body is not null;
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await mnm.Client.SendAsync(request);
        Assert.True((int)answer.StatusCode is >= 200 and < 600 and not 500, $"{method} {address}: {answer.StatusCode}");
        Assert.Contains(answer.Content.Headers.ContentType?.MediaType, (string[])["application/json", "application/problem+json"]);
        Assert.True(answer.Headers.Contains("X-Request-Id"));
        if (body?.Length > 1_048_576)
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
    }

    /// <summary>Answers who would answer, before anybody does.</summary>
    private static void TellEndpoints(WebApplication app) => app.Use((context, next) => context.Request.Headers.ContainsKey(Question)
        ? context.Response.WriteAsync(context.GetEndpoint() is { } endpoint ? NameOf(endpoint) : "nobody")
        : next(context));

    private static string NameOf(Endpoint endpoint) => endpoint.DisplayName ?? "";

    private static async Task<List<string>> FindFaultsAsync(RunningMnm mnm)
    {
        var faults = new List<string>();
        foreach (var route in Routes(mnm))
        {
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Sample(route));
                request.Headers.Add(Question, "");
                request.Headers.Add("Origin", mnm.Address.ToString().TrimEnd('/'));
                using var answer = await mnm.Client.SendAsync(request);
                var told = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode != HttpStatusCode.OK || (method != "HEAD" && told != NameOf(route)))
                {
                    faults.Add($"{method} {Sample(route)}: {(int)answer.StatusCode} {told}, not {NameOf(route)}");
                }
            }
        }

        return faults;
    }

    // Files have one endpoint for each way in which they are compressed; the request's Accept-Encoding chooses.
    private static IEnumerable<RouteEndpoint> Routes(RunningMnm mnm) => mnm.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null && route.Order == 0);

    private static string Sample(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Value(route.RoutePattern, parameter.Name),
        _ => "",
    }))));

    private static string Value(RoutePattern pattern, string parameter) => pattern.ParameterPolicies.TryGetValue(parameter, out var policies)
        ? string.Join(' ', policies.Select(policy => policy.Content)) switch
        {
            "" => "some",
            "guid" => Nobody,
            _ => 7.ToString(CultureInfo.InvariantCulture),
        }
        : "some";
}
