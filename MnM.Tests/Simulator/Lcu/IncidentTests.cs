using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

public sealed class IncidentTests
{
    private static readonly GameSupply Supply = GameSupply.Of([.. Enumerable.Range(0, 2).Select(index => GameSupply.Written(1).Next(index)!)]);

    [Theory]
    [InlineData(Incident.Dodge, "StrangerDodged")]
    [InlineData(Incident.OwnDodge, "PartyDodged")]
    public async Task A_dodge_is_told_and_its_game_is_never_played(Incident incident, string state)
    {
        await using var machine = await LcuMachine.StartAsync();
        var (ids, dodges) = (new List<long>(), new List<string>());
        await machine.PlayAsync(Steps(1, incident), async _ =>
        {
            if (machine.Machine.Evening.State.Phase == GameflowPhase.None)
            {
                return;
            }

            var session = await machine.ReadAsync("/lol-gameflow/v1/session");
            dodges.Add((string)session["gameDodge"]!["state"]!);
            if (machine.Machine.Evening.State.ChampSelect is not null)
            {
                ids.Add((long)session["gameData"]!["gameId"]!);
            }
        });

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(Supply.Next(0)!.Script.GameId, ids[^1]);
        Assert.Single(dodges, state);
        Assert.All(dodges.Where(one => one != state), one => Assert.Equal("Invalid", one));
    }

    [Fact]
    public async Task While_a_custom_game_is_prepared_the_session_holds_the_people_of_the_last_one()
    {
        await using var machine = await LcuMachine.StartAsync();
        var told = new List<(GameflowPhase Phase, long Id, int People)>();
        await machine.PlayAsync(Steps(2, Incident.Custom), async _ =>
        {
            if (machine.Machine.Evening.State.Phase is GameflowPhase.ChampSelect or GameflowPhase.GameStart)
            {
                var data = (await machine.ReadAsync("/lol-gameflow/v1/session"))["gameData"]!;
                told.Add((machine.Machine.Evening.State.Phase, (long)data["gameId"]!, data["teamOne"]!.AsArray().Count));
            }
        });

        var (first, second) = (Supply.Next(0)!.Script.GameId, Supply.Next(1)!.Script.GameId);
        Assert.Equal(
            [
                (GameflowPhase.ChampSelect, 0, 0), (GameflowPhase.GameStart, first, 5),
                (GameflowPhase.ChampSelect, first, 5), (GameflowPhase.GameStart, second, 5),
            ],
            told.Distinct());
    }

    [Fact]
    public async Task Another_account_plays_the_next_game()
    {
        await using var machine = await LcuMachine.StartAsync();
        var players = new List<(string Client, string Game)>();
        await machine.PlayAsync(Steps(2, Incident.AccountSwitch), async step =>
        {
            if (step.Stage == GameStage.Playing)
            {
                var summoner = await machine.ReadAsync("/lol-summoner/v1/current-summoner");
                var session = (await machine.ReadAsync("/lol-gameflow/v1/session"))["gameData"]!;
                players.Add(((string)summoner["gameName"]!, (string)(await machine.ReadLiveAsync("activeplayer"))["riotIdGameName"]!));
                Assert.Single(People(session), one => (string?)one["puuid"] == (string?)summoner["puuid"]);
            }
        });

        Assert.Equal([(Account.Main.GameName, Account.Main.GameName), (Account.Second.GameName, Account.Second.GameName)], players);
    }

    [Fact]
    public async Task A_client_that_closes_for_the_game_is_back_after_it_elsewhere()
    {
        await using var machine = new LcuMachine();
        var (during, ports) = (0, new List<int>());
        await machine.PlayAsync(EveningScript.Write(Supply, new EveningOptions { Games = 1, IncidentsOf = _ => [Incident.ClientClosed] }), async step =>
        {
            var state = machine.Machine.Evening.State;
            if (state.Stage is GameStage.Playing or GameStage.Ended)
            {
                Assert.False(File.Exists(machine.Machine.Client.LockfilePath));
                Assert.Equal(10, (await machine.ReadLiveAsync("playerlist")).AsArray().Count);
                during++;
            }
            else if (step.Client == ClientChange.Listen)
            {
                ports.Add(machine.Machine.Client.Port);
                Assert.Equal($"{state.Phase}", (await machine.ReadAsync("/lol-gameflow/v1/gameflow-phase")).GetValue<string>());
            }
        });

        Assert.Equal((2, 2), (during, ports.Distinct().Count()));
    }

    [Fact]
    public async Task Who_watches_a_custom_game_has_no_figures_of_their_own_after_it()
    {
        await using var machine = await LcuMachine.StartAsync();
        JsonNode? end = null;
        await machine.PlayAsync(Steps(1, Incident.CustomWatched), async _ =>
            end = machine.Machine.Evening.State.Phase == GameflowPhase.EndOfGame ? await machine.ReadAsync("/lol-end-of-game/v1/eog-stats-block") : end);

        Assert.Equal((null, -1), (end!["localPlayer"]!["stats"], (int)end["localPlayer"]!["profileIconId"]!));
        Assert.Equal("CUSTOM_GAME", (string?)end["gameType"]);
    }

    [Fact]
    public async Task The_screen_after_the_game_has_the_figures_of_the_match()
    {
        await using var machine = await LcuMachine.StartAsync();
        var game = Supply.Next(0)!;
        await machine.ShowAsync(GameflowPhase.EndOfGame, game);
        var end = await machine.ReadAsync("/lol-end-of-game/v1/eog-stats-block");

        var ours = end["teams"]!.AsArray().SelectMany(team => team!["players"]!.AsArray()).Select(one => string.Join(' ',
            one!["championId"], one["teamId"], Stat(one, "CHAMPIONS_KILLED"), Stat(one, "NUM_DEATHS"), Stat(one, "ASSISTS"),
            Stat(one, "MINIONS_KILLED"), Stat(one, "TOTAL_DAMAGE_DEALT_TO_CHAMPIONS"), Stat(one, "VISION_SCORE"), Stat(one, "PERK0"), one["stats"]!["WIN"] is not null));
        var theirs = game.Match["info"]!["participants"]!.AsArray().Select(one => string.Join(' ',
            one!["championId"], one["teamId"], one["kills"], one["deaths"], one["assists"], one["totalMinionsKilled"], one["totalDamageDealtToChampions"],
            one["visionScore"], one["perks"]!["styles"]![0]!["selections"]![0]!["perk"], (bool)one["win"]!));
        Assert.Equal(theirs.Order(), ours.Order());
        Assert.Equal(5, (long)end["teams"]![(bool)end["teams"]![0]!["isWinningTeam"]! ? 0 : 1]!["stats"]!["WIN"]!);
        Assert.Equal(game.Local.ChampionId, (int)end["localPlayer"]!["championId"]!);

        static long Stat(JsonNode one, string name) => (long)one["stats"]![name]!;
    }

    private static IEnumerable<EveningStep> Steps(int games, Incident incident) =>
        EveningScript.Write(Supply, new EveningOptions { Games = games, IncidentsOf = _ => [incident] }).Select(step => step with { Client = null });

    private static IEnumerable<JsonNode> People(JsonNode data) => data["teamOne"]!.AsArray().Concat(data["teamTwo"]!.AsArray())!;
}
