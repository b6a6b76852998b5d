using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

public sealed class ChampSelectTests
{
    private const string NoSpell = "18446744073709551615";
    private static readonly PlayedGame Game = GameSupply.Written(1).Next(0)!;

    [Fact]
    public async Task A_draft_bans_ten_reveals_them_and_picks_by_turns()
    {
        var sessions = await SessionsAsync(Game);

        Assert.All(sessions, session => Assert.Equal([10, 1, 1, 2, 2, 2, 2, 1], session["actions"]!.AsArray().Select(turn => turn!.AsArray().Count)));
        Assert.Equal(["PLANNING", "BAN_PICK", "FINALIZATION"], sessions.Select(session => (string?)session["timer"]!["phase"]).Distinct());
        Assert.Equal(sessions.Select(Completed).Order(), sessions.Select(Completed));
        Assert.Equal((0, 21), (Completed(sessions[0]), Completed(sessions[^1])));
        Assert.Equal("ten_bans_reveal", (string?)sessions[0]["actions"]![1]![0]!["type"]);
    }

    [Fact]
    public async Task It_ends_with_the_champions_spells_and_places_of_the_game()
    {
        var last = (await SessionsAsync(Game))[^1];
        var mine = Members(last, "myTeam");

        Assert.Equal(Expected(Game.Local.TeamId), mine.Select(member => $"{member["championId"]} {member["spell1Id"]} {member["spell2Id"]} {member["assignedPosition"]}").Order());
        Assert.Equal(
            Game.Script.Participants.Where(one => one.TeamId != Game.Local.TeamId).Select(one => one.ChampionId).Order(),
            Members(last, "theirTeam").Select(member => (int)member["championId"]!).Order());
        var local = mine.Single(member => (int)member["cellId"]! == (int)last["localPlayerCellId"]!);
        Assert.Equal((Game.Local.ChampionId, Account.Main.Puuid), ((int)local["championId"]!, (string?)local["puuid"]));

        static IEnumerable<string> Expected(int team) => Game.Script.Participants.Where(one => one.TeamId == team)
            .Select(one => $"{one.ChampionId} {one.Spells[0]} {one.Spells[1]} {one.Position.ToLowerInvariant()}").Order();
    }

    [Fact]
    public async Task Bans_of_the_match_are_its_bans_and_the_other_sides_show_only_when_revealed()
    {
        var sessions = await SessionsAsync(Game);
        var told = Game.Match["info"]!["teams"]!.AsArray().SelectMany(team => team!["bans"]!.AsArray()).Select(ban => Math.Max(0, (int)ban!["championId"]!));
        Assert.Equal(told, Bans(sessions[^1]).Select(ban => (int)ban["championId"]!));

        foreach (var session in sessions.TakeWhile(session => !(bool)session["actions"]![1]![0]!["isInProgress"]!))
        {
            Assert.All(Bans(session).Where(ban => !(bool)ban["isAllyAction"]!), ban => Assert.Equal((0, false), ((int)ban["championId"]!, (bool)ban["completed"]!)));
        }

        Assert.Contains(sessions, session => Bans(session).Any(ban => (bool)ban["isAllyAction"]! && (bool)ban["completed"]! && (bool)Bans(session)[^1]["isInProgress"]!));
    }

    [Fact]
    public async Task The_other_side_is_never_named_nor_seen_to_think()
    {
        foreach (var member in (await SessionsAsync(Game.InQueue(440))).SelectMany(session => Members(session, "theirTeam")))
        {
            Assert.Equal("HIDDEN", (string?)member["nameVisibilityType"]);
            Assert.Equal("0  0  0 0", string.Join(' ', member["championPickIntent"], member["puuid"], member["summonerId"], member["gameName"], member["spell1Id"], member["obfuscatedSummonerId"]));
        }
    }

    [Theory]
    [InlineData(420, 4)]
    [InlineData(440, 0)]
    [InlineData(400, 0)]
    public async Task Ranked_solo_hides_the_allies_behind_ids_of_that_game_alone(int queue, int hidden)
    {
        var allies = Members((await SessionsAsync(Game.InQueue(queue)))[0], "myTeam");

        var veiled = allies.Where(member => (string?)member["nameVisibilityType"] == "HIDDEN").ToList();
        Assert.Equal(hidden, veiled.Count);
        Assert.All(veiled, member => Assert.Equal("  0", string.Join(' ', member["gameName"], member["puuid"], member["summonerId"])));
        Assert.All(veiled, member => Assert.NotEqual(0, (long)member["obfuscatedSummonerId"]!));
        Assert.All(allies.Except(veiled), member => Assert.NotEqual("", (string?)member["gameName"]));
        Assert.Contains((await SessionsAsync(Game.InQueue(queue))).SelectMany(session => Members(session, "myTeam")), member => (int)member["championPickIntent"]! > 0);
    }

    [Fact]
    public async Task The_timer_counts_down_within_a_turn()
    {
        await using var machine = await LcuMachine.StartAsync();
        var turns = new List<(long Left, long Total, long Now)>();
        var steps = EveningScript.Write(GameSupply.Of([Game]), new EveningOptions()).Where(step => step.ChampSelect is not null);
        await machine.PlayAsync(steps, async _ =>
        {
            var timer = (await machine.ReadAsync("/lol-champ-select/v1/session"))["timer"]!;
            Assert.Equal(machine.Clock.GetUtcNow().ToUnixTimeMilliseconds(), (long)timer["internalNowInEpochMs"]!);
            turns.Add(((long)timer["adjustedTimeLeftInPhase"]!, (long)timer["totalTimeInPhase"]!, (long)timer["internalNowInEpochMs"]!));
        });

        foreach (var (before, now) in turns.Zip(turns.Skip(1)).Where(pair => pair.Second.Left != pair.Second.Total))
        {
            Assert.Equal(before.Left - (now.Now - before.Now), now.Left, 1.0);
        }

        Assert.Contains(turns, turn => turn.Left == turn.Total);
    }

    [Fact]
    public async Task A_custom_game_is_drafted_one_by_one_and_has_no_number_yet()
    {
        var sessions = await SessionsAsync(Game.InQueue(0) with { IsWatched = true });
        var last = sessions[^1];

        Assert.Equal(Enumerable.Repeat(1, 20), last["actions"]!.AsArray().Select(turn => turn!.AsArray().Count));
        Assert.Equal((0, -1, true, true), ((long)last["gameId"]!, (int)last["localPlayerCellId"]!, (bool)last["isSpectating"]!, (bool)last["isCustomGame"]!));
        Assert.Equal((5, 5, 10), (last["bans"]!["myTeamBans"]!.AsArray().Count, last["bans"]!["theirTeamBans"]!.AsArray().Count, (int)last["bans"]!["numBans"]!));
        Assert.All(Members(last, "theirTeam"), member => Assert.NotEqual("", (string?)member["gameName"]));
        Assert.Single(sessions[0]["actions"]!.AsArray());
    }

    [Fact]
    public async Task Bots_have_no_ids_and_no_spells()
    {
        var custom = Game.InQueue(0);
        var session = (await SessionsAsync(custom with { Script = custom.Script.WithBots(custom.LocalParticipantId) }))[^1];
        var bots = Members(session, "myTeam").Concat(Members(session, "theirTeam")).Where(member => (string?)member["playerType"] == "BOT").ToList();

        Assert.Equal(9, bots.Count);
        Assert.All(bots, bot => Assert.Equal($" 0 {NoSpell} {NoSpell}", $"{bot["puuid"]} {bot["summonerId"]} {bot["spell1Id"]!.ToJsonString()} {bot["spell2Id"]!.ToJsonString()}"));
    }

    [Fact]
    public async Task Where_champions_are_dealt_out_there_is_a_bench_and_nothing_to_do()
    {
        var session = (await SessionsAsync(Game.InQueue(450)))[0];

        Assert.Equal((true, 3, 0), ((bool)session["benchEnabled"]!, session["benchChampions"]!.AsArray().Count, session["actions"]!.AsArray().Count));
        Assert.All(Members(session, "myTeam"), member => Assert.NotEqual(0, (int)member["championId"]!));
    }

    private static async Task<List<JsonNode>> SessionsAsync(PlayedGame game)
    {
        await using var machine = await LcuMachine.StartAsync();
        var sessions = new List<JsonNode>();
        await machine.PlayAsync(
            EveningScript.Write(GameSupply.Of([game]), new EveningOptions()).Where(step => step.ChampSelect is not null)
                .Select(step => step with { Game = game }),
            async _ => sessions.Add(await machine.ReadAsync("/lol-champ-select/v1/session")));
        return sessions;
    }

    private static List<JsonNode> Members(JsonNode session, string team) => [.. session[team]!.AsArray().Select(member => member!)];

    private static List<JsonNode> Bans(JsonNode session) => [.. session["actions"]![0]!.AsArray().Select(ban => ban!)];

    private static int Completed(JsonNode session) => session["actions"]!.AsArray().SelectMany(turn => turn!.AsArray()).Count(action => (bool)action!["completed"]!);
}
