using System.Net;
using Microsoft.AspNetCore.Builder;
using MnM.Tests.Hosting;
using MnM.Tests.StaticData;

namespace MnM.Tests.Security;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("GET", "/health", HttpStatusCode.OK)]
    [InlineData("GET", "/css/mnm.css", HttpStatusCode.OK)]
    [InlineData("GET", "/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("GET", "/icons/mnm.svg", HttpStatusCode.OK)]
    [InlineData("GET", "/assets/champion/48/Nobody.webp", HttpStatusCode.OK)]
    [InlineData("GET", "/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("POST", "/_blazor/negotiate", HttpStatusCode.OK)]
    [InlineData("POST", "/api/demo/stop", HttpStatusCode.Conflict)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/demo/start", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/broken", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "/health?verbose=perhaps", HttpStatusCode.BadRequest)]
    public async Task Every_answer_carries_them(string method, string path, HttpStatusCode status)
    {
        await using var mnm = await RunningMnm.StartAsync(map: app => app.MapGet("/api/broken", void () => throw new InvalidOperationException("what nobody may know")));
        using HttpRequestMessage request = new(new(method), path);

        using var answer = await mnm.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        AssertHeaders(answer);
        Assert.DoesNotContain("what nobody may know", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        if ((int)status >= 400 && path != "/nothing")
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_page_that_is_missing_is_told_by_a_page()
    {
        await using var mnm = await RunningMnm.StartAsync();

        using var answer = await mnm.Client.GetAsync("/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_request_carries_them_too()
    {
        await using var mnm = await RunningMnm.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/health") { Headers = { Host = "example.org" } };

        using var answer = await mnm.Client.SendAsync(request);

        AssertHeaders(answer);
    }

    [Fact]
    public async Task What_can_only_be_a_font_or_a_picture_of_points_carries_what_means_something_to_it()
    {
        await using var mnm = await RunningMnm.StartAsync();
        Directory.CreateDirectory(Path.Combine(mnm.DataDirectory, "static", "pictures", "item"));
        await File.WriteAllBytesAsync(Path.Combine(mnm.DataDirectory, "static", "pictures", "item", "1001.png"), Painting.Png(64, 64));

        foreach (var (path, type) in new[] { ("/fonts/inter.woff2", "font/woff2"), ("/assets/item/1001.png", "image/png"), ("/assets/item/48/1001.webp", "image/webp") })
        {
            using var answer = await mnm.Client.GetAsync(path);

            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.All(["Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy"], header => Assert.False(answer.Headers.Contains(header), header));
        }
    }

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
