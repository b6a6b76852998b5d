using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Simulator;
using MnM.Simulator.World.Writing;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live;

/// <summary>The whole program against the simulator over real HTTPS, at high speed.</summary>
public sealed class WholeGameTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_scripted_game_ends_with_the_scoreboard_of_its_match()
    {
        var written = GameWriter.Write(seed: 3, index: 0);
        await AssertPlaysToItsEndAsync(written.Match, new SimulatorOptions { Seed = 3, Speed = 300 });
    }

    [Fact]
    [Trait("Category", "Recordings")]
    public async Task A_real_match_ends_with_its_scoreboard()
    {
        var folder = Recordings.Folder is { } found ? Path.Combine(found, "match-v5") : "";
        var match = Path.Combine(folder, "nolasaurus_NA1_4729149632_match.json");
        if (!File.Exists(match))
        {
            return;
        }

        var options = new SimulatorOptions { Speed = 300, Match = match, Timeline = Path.Combine(folder, "nolasaurus_NA1_4729149632_timeline.json") };
        await AssertPlaysToItsEndAsync(JsonNode.Parse(await File.ReadAllTextAsync(match))!.AsObject(), options);
    }

    private static async Task AssertPlaysToItsEndAsync(JsonObject match, SimulatorOptions options)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var simulator = await SimulatorHost.StartAsync(options, TimeProvider.System, patience.Token);
        await using var mnm = await RunningMnm.StartAsync(settings:
        [
            ("LIVE_CLIENT_URL", simulator.Settings.LiveClientUrl), ("LIVE_CLIENT_ROOT", simulator.Settings.LiveClientRoot),
            ("DATA_DRAGON_URL", simulator.Settings.DataDragonUrl), ("LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE", "false"), ("POLLING_INTERVAL_SECONDS", "0.25"),
        ]);
        var feed = mnm.App.Services.GetRequiredService<Feed<LiveState>>();
        var ended = await feed.WatchAsync(patience.Token).FirstAsync(state => state.Connection == LiveConnection.Ended, patience.Token);
        await mnm.App.Services.GetRequiredService<GameRecorder>().FlushAsync(patience.Token);

        var details = await mnm.App.Services.GetRequiredService<GameQueries>().FindAsync(ended.Game!.GameId, patience.Token);
        var expected = match["info"]!["participants"]!.AsArray().Select(one => string.Join(' ',
            Int(one!, "teamId") == 200 ? "CHAOS" : "ORDER", Int(one!, "kills"), Int(one!, "deaths"), Int(one!, "assists"),
            (Int(one!, "totalMinionsKilled") + Int(one!, "neutralMinionsKilled")) / 10 * 10, Int(one!, "champLevel"),
            string.Join(',', Enumerable.Range(0, 7).Select(place => Int(one!, $"item{place}")).Where(id => id > 0)))).Order();
        var stored = details!.Players.Select(one => string.Join(' ', one.Team, one.Kills, one.Deaths, one.Assists, one.CreepScore, one.Level, one.Items)).Order();
        Assert.Equal(expected, stored);
        // The client answers for some seconds after the end, and that is stored too.
        Assert.InRange(details.Game.Polls, ended.Game.Sequence + 1, ended.Game.Sequence + 40);
        Assert.Equal(ended.Game.Events.Length, details.Events.Count);
        Assert.NotNull(details.Game.WinningTeam);
    }

    private static int Int(JsonNode one, string name) => one[name]!.GetValue<int>();
}
