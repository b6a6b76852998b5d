using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live.Recording;

public sealed class GamesApiTests
{
    private const int Recorded = 65;
    private static readonly DateTimeOffset Start = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_second_has_the_shape_of_the_running_game()
    {
        await using var mnm = await StartAsync();
        var at = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/at/112.7"))!;
        Assert.Equal(["is_in_game", "game_id", "game_time", "players", "active_player", "game_stats", "recent_events"], at.AsObject().Select(member => member.Key));
        Assert.Equal(112, (double)at["game_time"]!);
        Assert.Equal(112, (int)at["players"]![4]!["later"]!);
        Assert.Equal(4, (int)at["players"]![4]!["slot"]!);
    }

    [Fact]
    public async Task A_poll_is_what_the_game_answered()
    {
        await using var mnm = await StartAsync();
        for (var sequence = 0; sequence < Recorded; sequence += 16)
        {
            var poll = JsonNode.Parse(await mnm.Client.GetStringAsync($"/api/games/1/polls/{sequence}"));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(sequence)), poll));
        }
    }

    [Fact]
    public async Task Snapshots_are_keyframes_and_deltas()
    {
        await using var mnm = await StartAsync();
        var snapshots = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/snapshots?from=58&to=61"))!.AsArray();
        Assert.Equal([58, 59, 60, 61], snapshots.Select(one => (int)one!["sequence"]!));
        Assert.Equal([false, false, true, false], snapshots.Select(one => (bool)one!["keyframe"]!));
        Assert.Equal(["sequence", "game_time_seconds", "polled_at", "keyframe", "delta"], snapshots[0]!.AsObject().Select(member => member.Key));
        Assert.Equal(161, (int)snapshots[3]!["delta"]!["gameData"]!["gameTime"]![0]!);
        Assert.Null(snapshots[2]!["delta"]);
        Assert.Equal(Recorded, JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/snapshots"))!.AsArray().Count);
    }

    [Fact]
    public async Task The_timeline_is_there_once_the_recording_is_folded()
    {
        await using var mnm = await StartAsync();
        Assert.Empty(JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/timeline"))!.AsArray());
        await mnm.App.Services.GetRequiredService<GameFolder>().FoldAsync(1, CancellationToken.None);
        var rows = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/timeline"))!.AsArray();
        Assert.Equal(70, rows.Count);
        Assert.Equal(
            ["game_id", "second", "slot", "kills", "deaths", "assists", "cs", "level", "ward_score", "item_value", "items"],
            rows[0]!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("/api/games/2/timeline", HttpStatusCode.NotFound)]
    [InlineData("/api/games/1/at/99.9", HttpStatusCode.NotFound)]
    [InlineData("/api/games/2/at/100", HttpStatusCode.NotFound)]
    [InlineData("/api/games/1/at/soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/games/1/at/NaN", HttpStatusCode.BadRequest)]
    [InlineData("/api/games/1/polls/65", HttpStatusCode.NotFound)]
    [InlineData("/api/games/1/polls/-1", HttpStatusCode.NotFound)]
    [InlineData("/api/games/2/snapshots", HttpStatusCode.NotFound)]
    [InlineData("/api/games/1/snapshots?from=0&to=600", HttpStatusCode.BadRequest)]
    [InlineData("/api/games/1/snapshots?from=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/games/1/snapshots?from=2147483647", HttpStatusCode.OK)]
    public async Task What_is_not_there_is_a_problem(string path, HttpStatusCode status)
    {
        await using var mnm = await StartAsync();
        Assert.Equal(status, (await mnm.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_starred_recording_is_deleted_only_after_its_star_was_taken_away()
    {
        await using var mnm = await StartAsync(isOver: true);
        Assert.Equal(HttpStatusCode.NoContent, (await mnm.Client.PostAsync("/api/games/1/star", null)).StatusCode);
        using (var refused = await mnm.Client.DeleteAsync("/api/games/1/recording"))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Equal(
                "A star keeps the recording of game 1: take it away first (DELETE /api/games/1/star).",
                (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["detail"]);
        }

        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/api/games/1/polls/0")).StatusCode);
        await mnm.Client.DeleteAsync("/api/games/1/star");
        Assert.Equal(HttpStatusCode.NoContent, (await mnm.Client.DeleteAsync("/api/games/1/recording")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync("/api/games/1/polls/0")).StatusCode);
    }

    private static async Task<RunningMnm> StartAsync(bool isOver = false)
    {
        var mnm = await RunningMnm.StartAsync();
        var recorder = mnm.App.Services.GetRequiredService<GameRecorder>();
        LiveGame? game = null;
        for (var sequence = 0; sequence < Recorded; sequence++)
        {
            var polled = PolledResponse.Parse(Encoding.UTF8.GetBytes(Response(sequence)), Start.AddSeconds(sequence));
            game ??= LiveGame.Begin(1, polled);
            recorder.Enqueue(game.Accept(polled, StaticCatalog.Empty).Record);
        }

        if (isOver)
        {
            recorder.Enqueue(game!.End("connection_lost"));
        }

        game!.Dispose();
        await recorder.FlushAsync(CancellationToken.None);
        return mnm;
    }

    private static string Response(int sequence) => Polls.Response(100 + sequence, response => response.Players()[4]!["later"] = 100 + sequence);
}
