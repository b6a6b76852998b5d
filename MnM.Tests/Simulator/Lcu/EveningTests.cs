using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator.World;
using static MnM.Simulator.World.GameflowPhase;

namespace MnM.Tests.Simulator.Lcu;

public sealed class EveningTests
{
    private static readonly GameflowPhase[] Usual =
        [None, Lobby, Matchmaking, ReadyCheck, ChampSelect, GameStart, InProgress, WaitingForStats, PreEndOfGame, EndOfGame, None];

    [Fact]
    public void Phases_come_in_the_order_of_the_real_client() => Assert.Equal(Usual, Phases());

    [Theory]
    [InlineData(Incident.Declined, new[] { None, Lobby, Matchmaking, ReadyCheck, Matchmaking, ReadyCheck, ChampSelect })]
    [InlineData(Incident.Dodge, new[] { None, Lobby, Matchmaking, ReadyCheck, ChampSelect, Matchmaking, ReadyCheck, ChampSelect, GameStart })]
    [InlineData(Incident.OwnDodge, new[] { None, Lobby, Matchmaking, ReadyCheck, ChampSelect, Lobby, Matchmaking, ReadyCheck, ChampSelect, GameStart })]
    [InlineData(Incident.Clash, new[] { None, Lobby, CheckedIntoTournament, ChampSelect, GameStart, InProgress })]
    [InlineData(Incident.Custom, new[] { None, Lobby, ChampSelect, GameStart, InProgress, WaitingForStats, PreEndOfGame, EndOfGame, None })]
    [InlineData(Incident.CustomWatched, new[] { None, Lobby, ChampSelect, GameStart, InProgress, WaitingForStats, PreEndOfGame, EndOfGame, None })]
    [InlineData(Incident.Watched, new[] { None, WatchInProgress, None })]
    public void An_incident_has_phases_of_its_own(Incident incident, GameflowPhase[] begins) => Assert.Equal(begins, Phases(incident).Take(begins.Length));

    [Theory]
    [InlineData(Incident.FailedToLaunch, new[] { GameStart, FailedToLaunch, InProgress, WaitingForStats })]
    [InlineData(Incident.Reconnect, new[] { GameStart, InProgress, Reconnect, InProgress, WaitingForStats })]
    [InlineData(Incident.TerminatedInError, new[] { GameStart, InProgress, TerminatedInError, None })]
    public void A_game_can_go_wrong(Incident incident, GameflowPhase[] phases) =>
        Assert.Equal(phases, Phases(incident).SkipWhile(phase => phase != GameStart).Take(phases.Length));

    [Fact]
    public void The_same_seed_gives_the_same_evening_and_another_another()
    {
        Assert.Equal(Drawn(1), Drawn(1));
        Assert.NotEqual(Drawn(1), Drawn(2));

        static IEnumerable<string> Drawn(int seed) => Steps(3, game => Incidents.Drawn(seed, game)).Select(step => $"{step.Phase} {step.Stage} {step.Client} {step.Lasts}");
    }

    [Fact]
    public void Whatever_is_drawn_the_client_and_the_game_agree()
    {
        var supply = GameSupply.Written(1);
        var games = Enumerable.Range(0, 3).Select(index => supply.Next(index)!).ToList();
        var seen = new HashSet<Incident>();
        for (var seed = 0; seed < 150; seed++)
        {
            var drawn = seed;
            seen.UnionWith(Enumerable.Range(0, 3).SelectMany(game => Incidents.Drawn(drawn, game)));
            var evening = EveningScript.Write(GameSupply.Of(games), new EveningOptions { Seed = seed, IncidentsOf = game => Incidents.Drawn(drawn, game) });
            AssertAgrees(evening);
        }

        Assert.Equal(Enum.GetValues<Incident>().Length, seen.Count);
    }

    [Fact]
    public async Task The_game_of_the_client_is_the_game_that_is_played()
    {
        await using var machine = await LcuMachine.StartAsync();
        var ids = new HashSet<long>();
        JsonNode? chosen = null;
        var (phases, polls) = (new List<GameflowPhase>(), 0);
        await machine.PlayAsync(Steps(2).Where(step => step.Client is null), async _ =>
        {
            var state = machine.Machine.Evening.State;
            if (phases.LastOrDefault(None) != state.Phase || phases.Count == 0)
            {
                phases.Add(state.Phase);
            }

            Assert.Equal($"{state.Phase}", (await machine.ReadAsync("/lol-gameflow/v1/gameflow-phase")).GetValue<string>());
            if (state.Phase == ChampSelect)
            {
                chosen = await machine.ReadAsync("/lol-champ-select/v1/session");
                ids.Add((long)chosen["gameId"]!);
            }
            else if (state.Stage == GameStage.Playing)
            {
                await AssertSameTenAsync(machine, chosen!);
                polls++;
            }
            else if (state.Phase is PreEndOfGame or EndOfGame)
            {
                ids.Add((long)(await machine.ReadAsync("/lol-end-of-game/v1/eog-stats-block"))["gameId"]!);
            }

            if (state.Phase is InProgress or WaitingForStats)
            {
                ids.Add((long)(await machine.ReadAsync("/lol-gameflow/v1/session"))["gameData"]!["gameId"]!);
            }
        });

        var games = GameSupply.Written(1);
        Assert.Equal([games.Next(0)!.Script.GameId, games.Next(1)!.Script.GameId], ids);
        Assert.Equal(2, phases.Count(phase => phase == InProgress));
        Assert.Equal(2, polls);
    }

    [Fact]
    public async Task The_game_answers_only_while_it_runs_and_loads_first()
    {
        await using var machine = await LcuMachine.StartAsync();
        await machine.PlayAsync(Steps(1, _ => [Incident.Reconnect]).Where(step => step.Client is null), async _ =>
        {
            var answer = machine.Http.GetAsync(new Uri(machine.Machine.LiveClientUrl, "/liveclientdata/gamestats"), LcuMachine.Soon);
            switch (machine.Machine.Evening.State.Stage)
            {
                case GameStage.Closed:
                    await Assert.ThrowsAsync<HttpRequestException>(() => answer);
                    break;
                case GameStage.Loading:
                    Assert.Equal(HttpStatusCode.NotFound, (await answer).StatusCode);
                    break;
                default:
                    Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
                    break;
            }
        });
    }

    [Fact]
    public async Task After_a_reconnect_the_clock_of_the_game_has_gone_on()
    {
        await using var machine = await LcuMachine.StartAsync();
        var times = new List<(double Real, double Game)>();
        await machine.PlayAsync(Steps(1, _ => [Incident.Reconnect]).Where(step => step.Client is null), async step =>
        {
            if (step.Stage == GameStage.Playing)
            {
                times.Add((machine.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0, (double)(await machine.ReadLiveAsync("gamestats"))["gameTime"]!));
            }
        });

        Assert.Equal(2, times.Count);
        Assert.Equal(times[1].Real - times[0].Real, times[1].Game - times[0].Game, 0.01);
        Assert.True(times[1].Game > 200);
    }

    [Fact]
    public async Task On_its_own_clock_the_evening_comes_to_the_same_steps()
    {
        EveningStep[] steps = [.. Steps(1)];
        await using var machine = new LcuMachine(steps);
        foreach (var (before, step) in steps.Zip(steps.Skip(1)))
        {
            machine.Clock.Advance(before.Lasts.TotalSeconds);
            Assert.Equal((step.Phase ?? machine.Machine.Evening.State.Phase, step.Stage ?? machine.Machine.Evening.State.Stage),
                (machine.Machine.Evening.State.Phase, machine.Machine.Evening.State.Stage));
        }

        Assert.True(machine.Machine.Client.IsRunning);
        Assert.Equal("\"None\"", (await machine.GetAsync("/lol-gameflow/v1/gameflow-phase")).Body);
        await machine.Machine.Evening.Over.WaitAsync(LcuMachine.Soon);
    }

    private static IEnumerable<EveningStep> Steps(int games, Func<int, ImmutableArray<Incident>>? incidents = null) =>
        EveningScript.Write(GameSupply.Written(1), new EveningOptions { Games = games, IncidentsOf = incidents ?? (_ => []) });

    private static List<GameflowPhase> Phases(params Incident[] incidents)
    {
        var phases = new List<GameflowPhase> { None };
        foreach (var step in Steps(1, _ => [.. incidents]))
        {
            if (step.Phase is { } phase && phase != phases[^1])
            {
                phases.Add(phase);
            }
        }

        return phases;
    }

    private static void AssertAgrees(IEnumerable<EveningStep> evening)
    {
        var state = new EveningState { Since = DateTimeOffset.UnixEpoch };
        var client = ClientChange.Close;
        foreach (var step in evening)
        {
            state = state.After(step, state.Since + step.Lasts);
            Assert.True(step.Lasts >= TimeSpan.Zero);
            Assert.True(step.Client != ClientChange.Listen || client == ClientChange.Launch, "Only a process that was launched answers.");
            Assert.True(step.Client is not (ClientChange.Crash or ClientChange.Close) || client == ClientChange.Listen, "Only what runs can end.");
            client = step.Client ?? client;
            Assert.Equal(state.Phase == ChampSelect, state.ChampSelect is not null);
            Assert.True(state.Stage == GameStage.Closed || state.Phase is InProgress or WatchInProgress, $"{state.Stage} in {state.Phase}");
            Assert.True(state.Phase is None or Lobby or Matchmaking or ReadyCheck or CheckedIntoTournament || state.Game is not null, $"{state.Phase} without a game");
        }

        Assert.Equal((None, GameStage.Closed, ClientChange.Listen), (state.Phase, state.Stage, client));
    }

    private static async Task AssertSameTenAsync(LcuMachine machine, JsonNode chosen)
    {
        var live = (await machine.ReadLiveAsync("playerlist")).AsArray();
        var session = (await machine.ReadAsync("/lol-gameflow/v1/session"))["gameData"]!;
        var local = (await machine.ReadAsync("/lol-summoner/v1/current-summoner"))!;
        Assert.Equal($"\"{local["gameName"]}#{local["tagLine"]}\"", (await machine.ReadLiveAsync("activeplayername")).ToJsonString());

        var mine = chosen["myTeam"]!.AsArray();
        var blue = (int)mine[0]!["team"]! == 1;
        var (one, two) = (chosen[blue ? "myTeam" : "theirTeam"]!, chosen[blue ? "theirTeam" : "myTeam"]!);
        Assert.Equal(Champions(one), Champions(session["teamOne"]!));
        Assert.Equal(Champions(two), Champions(session["teamTwo"]!));
        Assert.Equal(10, live.Count);
        Assert.Equal(
            live.Where(player => (string?)player!["team"] == "ORDER").Select(player => (string?)player!["riotIdGameName"]).Order(),
            session["teamOne"]!.AsArray().Select(player => (string?)player!["summonerName"]).Order());
    }

    private static IEnumerable<int> Champions(JsonNode team) => team.AsArray().Select(member => (int)member!["championId"]!).Order();
}
