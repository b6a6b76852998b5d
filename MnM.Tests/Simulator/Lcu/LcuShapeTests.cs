using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

/// <summary>What the simulated client answers has the fields of the real one, as far as real ones were recorded.</summary>
[Trait("Category", "Recordings")]
public sealed class LcuShapeTests
{
    private static readonly PlayedGame Game = GameSupply.Written(1).Next(0)!;

    [Fact]
    public async Task A_custom_champion_select()
    {
        var recorded = Lines("uniliga_wamp_champselect_custom_draft_2025-08.jsonl").Select(line => line["data"]!).ToList();
        if (recorded.Count == 0)
        {
            return;
        }

        var game = Game.InQueue(0) with { IsWatched = true };
        var ours = await AtAllMomentsAsync(game);
        Assert.Equal(Union(recorded), Union(ours));
    }

    [Fact]
    public async Task A_matchmade_champion_select()
    {
        var recorded = Lines("fiddlesticks_champselect_sequence_2024-01-12.jsonl").Select(line => line["session"]!).ToList();
        if (recorded.Count == 0)
        {
            return;
        }

        // One field went since then; what came is in the newer recording of a custom game.
        var ours = Union([.. await AtAllMomentsAsync(Game.InQueue(400)), .. await AtAllMomentsAsync(Game.InQueue(430))]);
        Assert.Equal(["recoveryCounter: Number"], Union(recorded).Except(ours).Where(field => !field.EndsWith(": Array", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("frank_gameflow_session450_1.json", GameflowPhase.InProgress)]
    [InlineData("frank_gameflow_sessionCommon_1.json", GameflowPhase.EndOfGame)]
    [InlineData("frank_gameflow_sessionInf_1.json", GameflowPhase.InProgress)]
    public async Task A_gameflow_session(string file, GameflowPhase phase)
    {
        if (Recorded(file) is not { } recorded)
        {
            return;
        }

        await using var machine = await LcuMachine.StartAsync();
        await machine.ShowAsync(phase, Game, QueueInfo.RankedSolo);
        var ours = await machine.ReadAsync("/lol-gameflow/v1/session");

        // Pictures and sounds differ from map to map.
        Assert.Equal(JsonShape.Of(recorded, "map.assets").Order(), JsonShape.Of(ours, "map.assets").Order());
        Assert.Equal((string?)recorded["phase"], (string?)ours["phase"]);
    }

    [Fact]
    public async Task The_screen_after_a_game()
    {
        if (Recorded("uniliga_wamp_frame_eog_stats_block.json") is not { } recorded)
        {
            return;
        }

        await using var machine = await LcuMachine.StartAsync();
        await machine.ShowAsync(GameflowPhase.EndOfGame, Game.InQueue(0) with { IsWatched = true });
        var ours = await machine.ReadAsync("/lol-end-of-game/v1/eog-stats-block");
        Assert.Equal(JsonShape.Of(recorded[2]!["data"], "gameMutators").Order(), JsonShape.Of(ours, "gameMutators").Order());
    }

    [Fact]
    public async Task The_error_outside_champion_select()
    {
        if (Recorded("rcvolus_champselect_polled_recording.json") is not { } recorded)
        {
            return;
        }

        await using var machine = await LcuMachine.StartAsync();
        var (status, body) = await machine.GetAsync("/lol-champ-select/v1/session");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.True(JsonNode.DeepEquals(recorded["dataPoints"]![0]!["session"], JsonNode.Parse(body)));
    }

    private static async Task<List<JsonNode>> AtAllMomentsAsync(PlayedGame game)
    {
        await using var machine = await LcuMachine.StartAsync();
        var sessions = new List<JsonNode>();
        foreach (var (moment, _) in ChampSelectMoments.Of(ChampSelectScript.Of(game), TimeSpan.FromSeconds))
        {
            await machine.Machine.Evening.TakeAsync(new EveningStep(TimeSpan.Zero) { Phase = GameflowPhase.ChampSelect, Game = game, ChampSelect = moment });
            sessions.Add(await machine.ReadAsync("/lol-champ-select/v1/session"));
        }

        return sessions;
    }

    private static List<string> Union(IEnumerable<JsonNode> nodes) => [.. nodes.SelectMany(node => JsonShape.Of(node)).Distinct().Order()];

    private static string? PathOf(string name) => Recordings.Files("lcu").FirstOrDefault(file => Path.GetFileName(file) == name);

    private static JsonNode? Recorded(string name) => PathOf(name) is { } path ? JsonNode.Parse(File.ReadAllText(path)) : null;

    private static List<JsonNode> Lines(string name) => PathOf(name) is { } path ? [.. File.ReadLines(path).Select(line => JsonNode.Parse(line)!)] : [];
}
