using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.Games;

public sealed class StarApiTests
{
    [Fact]
    public async Task A_star_is_told_by_the_list_and_by_the_game()
    {
        await using var mnm = await StartAsync();
        Assert.Equal((false, false), await StarsAsync(mnm));

        foreach (var (method, starred) in new[] { (HttpMethod.Post, true), (HttpMethod.Post, true), (HttpMethod.Delete, false) })
        {
            using var answer = await SendAsync(mnm, method, "/api/games/1/star");
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal((starred, starred), await StarsAsync(mnm));
        }
    }

    [Theory]
    [InlineData("POST", "/api/games/2/star", null, HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/games/2/star", null, HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/games/2/recording", null, HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/games/1/recording", null, HttpStatusCode.Conflict)]
    [InlineData("POST", "/api/games/1/star", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/api/games/1/star", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/api/games/1/recording", "https://example.org", HttpStatusCode.Forbidden)]
    public async Task What_may_not_be_is_a_problem_and_changes_nothing(string method, string path, string? origin, HttpStatusCode status)
    {
        await using var mnm = await StartAsync();

        using var answer = await SendAsync(mnm, new(method), path, origin);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]!);
        Assert.Equal((false, false), await StarsAsync(mnm));
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningMnm mnm, HttpMethod method, string path, string? origin = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        return await mnm.Client.SendAsync(request);
    }

    private static async Task<(bool List, bool Game)> StarsAsync(RunningMnm mnm) => (
        (bool)JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games"))![0]!["is_starred"]!,
        (bool)JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1"))!["is_starred"]!);

    /// <summary>MnM with one game that runs.</summary>
    private static async Task<RunningMnm> StartAsync()
    {
        var mnm = await RunningMnm.StartAsync();
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var now = new DateTimeOffset(2026, 11, 20, 19, 0, 0, TimeSpan.Zero);
        db.Add(new Game { Id = 1, GameMode = "CLASSIC", MapName = "Map11", MapNumber = 11, StartedAt = now, LastPolledAt = now, IsLive = true });
        await db.SaveChangesAsync();
        return mnm;
    }
}
