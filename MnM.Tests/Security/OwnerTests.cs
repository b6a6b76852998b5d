using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Hosting;
using MnM.Web.Security;

namespace MnM.Tests.Security;

public sealed class OwnerTests
{
    private static readonly string[] Closed = ["/openapi/v1.json", "/_blazor", "/api/demo/start", "/api/games", "/nothing"];

    [Fact]
    public async Task Every_route_says_who_may_ask_it()
    {
        await using var mnm = await RunningMnm.StartAsync();

        var endpoints = mnm.App.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.True(endpoints.Count > 10);
        Assert.Empty(endpoints
            .Where(endpoint => !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is Owner.Policy or Viewer.Policy or Everyone.Policy)
                || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.DisplayName));
    }

    [Theory]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("X-Forwarded-Host", "mnm.example.org")]
    [InlineData("X-Real-IP", "10.0.0.1")]
    [InlineData("Via", "1.1 squid")]
    public async Task Who_comes_through_a_proxy_is_not_the_owner(string header, string value)
    {
        await using var mnm = await RunningMnm.StartAsync();
        mnm.Client.DefaultRequestHeaders.Add(header, value);

        foreach (var path in Closed)
        {
            using var answer = await mnm.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        using var page = await mnm.Client.GetAsync("/");
        Assert.Equal("/pair", page.Headers.Location?.OriginalString);
        Assert.DoesNotContain("detail", await mnm.Client.GetStringAsync("/health?verbose=true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.168.1.4", HttpStatusCode.Unauthorized)]
    [InlineData("::ffff:192.168.1.4", HttpStatusCode.Unauthorized)]
    [InlineData("fe80::1", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("::1", HttpStatusCode.OK)]
    [InlineData("::ffff:127.0.0.1", HttpStatusCode.OK)]
    public async Task Who_sits_at_another_machine_is_not_the_owner(string? address, HttpStatusCode status)
    {
        await using var mnm = await RunningMnm.StartAsync(services => services.AddSingleton<IStartupFilter>(new From(address is null ? null : IPAddress.Parse(address))));

        using var answer = await mnm.Client.GetAsync("/api/games");

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", true)]
    [InlineData("192.168.1.4", "127.0.0.1:5080", false)]
    [InlineData("127.0.0.1", "mnm.example.org", false)]
    public void Who_sits_at_this_machine_is_known_by_address_and_host(string address, string host, bool isOwner)
    {
        var http = new DefaultHttpContext();
        (http.Connection.RemoteIpAddress, http.Request.Host) = (IPAddress.Parse(address), new HostString(host));

        Assert.Equal(isOwner, Owner.IsHere(http));
    }

    [Fact]
    public async Task A_route_that_forgets_the_policy_is_closed_to_strangers_all_the_same()
    {
        await using var mnm = await RunningMnm.StartAsync(map: app => app.MapGet("/api/forgotten", () => "open"));

        Assert.Equal("open", await mnm.Client.GetStringAsync("/api/forgotten"));
        mnm.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.0.0.1");
        using var answer = await mnm.Client.GetAsync("/api/forgotten");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private sealed class From(IPAddress? address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = address;
                return following(context);
            });
            next(app);
        };
    }
}
