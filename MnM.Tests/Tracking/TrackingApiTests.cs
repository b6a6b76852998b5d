using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>Friends and their games over HTTP, in the real app.</summary>
public sealed partial class TrackingApiTests
{
    private readonly FriendsWorld _world = new(new SimulatorClock());

    [Fact]
    public async Task A_friend_is_added_listed_paused_resumed_and_removed()
    {
        await using var mnm = await StartAsync();
        using (var added = await mnm.Client.PostAsJsonAsync("/api/tracking/players", new { riotId = "Anna#EUW" }))
        {
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            Assert.Equal("""{"player_id":1,"riot_id":"Anna#EUW","platform":"euw1"}""", await added.Content.ReadAsStringAsync());
        }

        using (var second = await mnm.Client.PostAsJsonAsync("/api/tracking/players", new { gameName = "Bert", tagLine = "EUW", region = "NA" }))
        {
            Assert.Equal("na1", (string)JsonNode.Parse(await second.Content.ReadAsStringAsync())!["platform"]!);
        }

        Assert.Equal(["Anna#EUW", "Bert#EUW"], (await ListAsync(mnm, "players")).Select(player => (string)player!["riot_id"]!));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(mnm, HttpMethod.Post, "players/1/pause"));
        Assert.NotNull((await ListAsync(mnm, "players")).Single(player => (long)player!["player_id"]! == 1)!["paused_at"]);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(mnm, HttpMethod.Post, "players/1/resume"));
        Assert.Null((await ListAsync(mnm, "players")).Single(player => (long)player!["player_id"]! == 1)!["paused_at"]);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(mnm, HttpMethod.Delete, "players/1"));
        Assert.Equal(["Bert#EUW"], (await ListAsync(mnm, "players")).Select(player => (string)player!["riot_id"]!));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(mnm, HttpMethod.Post, "players/1/pause"));
    }

    [Theory]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "riotId")]
    [InlineData("""{"riotId":"Anna"}""", HttpStatusCode.BadRequest, "A Riot ID is")]
    [InlineData("""{"riotId":"Nobody#EUW"}""", HttpStatusCode.NotFound, "Nobody is called")]
    [InlineData("""{"riotId":"Anna#EUW","region":"moon"}""", HttpStatusCode.UnprocessableEntity, "moon")]
    [InlineData("""{"riotId":"Away#EUW"}""", HttpStatusCode.ServiceUnavailable, "refuses the key")]
    public async Task Why_a_friend_is_not_added_is_a_problem_with_a_sentence(string body, HttpStatusCode status, string words)
    {
        _world.Instead = path => path.Contains("/Away/", StringComparison.Ordinal) || path.Contains("/status/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.Forbidden) : null;
        await using var mnm = await StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await mnm.Client.PostAsync("/api/tracking/players", content);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((status, (int)status), (answer.StatusCode, (int)problem["status"]!));
        Assert.Contains(words, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Empty(await ListAsync(mnm, "players"));
    }

    [Fact]
    public async Task Who_is_followed_already_is_a_conflict_and_another_site_may_add_nobody()
    {
        await using var mnm = await StartAsync();
        using var first = await mnm.Client.PostAsJsonAsync("/api/tracking/players", new { riotId = "Anna#EUW" });
        using var again = await mnm.Client.PostAsJsonAsync("/api/tracking/players", new { riotId = "anna#euw" });
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (first.StatusCode, again.StatusCode));
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/tracking/players/1") { Headers = { { "Origin", "https://example.org" } } };
        using var foreign = await mnm.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Single(await ListAsync(mnm, "players"));
    }

    [Fact]
    public async Task Games_are_chosen_by_player_status_and_time_the_latest_first()
    {
        await using var mnm = await StartAsync();
        await KeepAsync(mnm, (1, 7001, GameStatus.Completed), (1, 7002, GameStatus.Active), (2, 7003, GameStatus.Expired));

        Assert.Equal(["EUW1_7003", "EUW1_7002", "EUW1_7001"], await GamesAsync(mnm, ""));
        Assert.Equal(["EUW1_7002", "EUW1_7001"], await GamesAsync(mnm, "?player=1"));
        Assert.Equal(["EUW1_7001"], await GamesAsync(mnm, "?status=completed"));
        Assert.Equal(["EUW1_7003"], await GamesAsync(mnm, "?after=2026-11-20T20:02:00Z"));
        Assert.Equal(["EUW1_7003"], await GamesAsync(mnm, "?limit=1"));
        var game = (await ListAsync(mnm, "games?status=COMPLETED"))[0]!;
        Assert.Equal(("COMPLETED", "lol", "SPECTATOR", true), ((string)game["status"]!, (string)game["product"]!, (string)game["detected_by"]!, (bool)game["result"]!["win"]!));
        foreach (var query in new[] { "status=7", "status=OVER", "limit=0", "limit=501", "after=yesterday" })
        {
            using var answer = await mnm.Client.GetAsync($"/api/tracking/games?{query}");
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Metrics_are_told_to_programs_and_to_Prometheus()
    {
        await using var mnm = await StartAsync();
        await KeepAsync(mnm, (1, 7001, GameStatus.Completed), (2, 7003, GameStatus.Expired));

        var metrics = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/tracking/metrics"))!;
        Assert.Equal((2, 1, 1), ((int)metrics["players"]!, (int)metrics["games"]!["COMPLETED"]!, (int)metrics["games"]!["EXPIRED"]!));
        Assert.Equal(6, metrics["criteria"]!.AsArray().Count);
        using var answer = await mnm.Client.GetAsync("/metrics");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("\nmnm_tracking_games{status=\"COMPLETED\"} 1\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n')[..^1], line => Assert.Matches(Line(), line));
    }

    private static Task<HttpStatusCode> SendAsync(RunningMnm mnm, HttpMethod method, string path) => StatusAsync(mnm.Client.SendAsync(new HttpRequestMessage(method, $"/api/tracking/{path}")));

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> answering)
    {
        using var answer = await answering;
        return answer.StatusCode;
    }

    private static async Task<JsonArray> ListAsync(RunningMnm mnm, string path) => JsonNode.Parse(await mnm.Client.GetStringAsync($"/api/tracking/{path}"))!.AsArray();

    private static async Task<IEnumerable<string>> GamesAsync(RunningMnm mnm, string query) => (await ListAsync(mnm, $"games{query}")).Select(game => (string)game!["game_id"]!);

    /// <summary>Games that were found a minute after each other.</summary>
    private static async Task KeepAsync(RunningMnm mnm, params (long Player, long Number, GameStatus Status)[] games)
    {
        foreach (var person in new[] { "Anna", "Bert" })
        {
            using var added = await mnm.Client.PostAsJsonAsync("/api/tracking/players", new { riotId = $"{person}#EUW" });
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        }

        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var at = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        foreach (var (player, number, status) in games)
        {
            at = at.AddMinutes(1);
            db.Add(new TrackedGame
            {
                PlayerId = player,
                GameId = $"EUW1_{number}",
                Status = status,
                DetectedAt = at,
                DetectedBy = DetectedBy.Spectator,
                Product = RiotProduct.League,
                NextAskAt = DateTimeOffset.MaxValue,
                Result = status == GameStatus.Completed ? """{"win":true}""" : null,
            });
        }

        await db.SaveChangesAsync();
    }

    private Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(
        services => services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => new StubRiot(_world.Answer)), settings: ("RIOT_API_KEY", RiotRun.Key));

    [GeneratedRegex("""^(# (HELP|TYPE) mnm_\w+ .+|mnm_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? (NaN|-?[\d.E+-]+))$""")]
    private static partial Regex Line();
}
