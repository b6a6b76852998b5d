using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using MnM.Simulator.Faults;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

public sealed class LcuFaultTests
{
    private const string Phase = "/lol-gameflow/v1/gameflow-phase";

    [Theory]
    [InlineData(Fault.Cut, "broken")]
    [InlineData(Fault.Refused, "broken")]
    [InlineData(Fault.Html, "<html>")]
    [InlineData(Fault.Empty, "nothing")]
    [InlineData(Fault.Slow, "\"None\"")]
    public async Task One_of_seven_requests_goes_wrong(Fault fault, string how)
    {
        await using var machine = await LcuMachine.StartAsync(faults: fault);
        var outcomes = new List<string>();
        for (var request = 0; request < 7; request++)
        {
            outcomes.Add(await OutcomeAsync(machine));
        }

        var expected = fault == Fault.Slow ? 7 : 1;
        Assert.Equal(expected, outcomes.Count(outcome => outcome.StartsWith(how, StringComparison.Ordinal)));
        Assert.Equal(7, outcomes.Count(outcome => outcome == "\"None\"") + (fault == Fault.Slow ? 0 : 1));
    }

    [Fact]
    public async Task A_slow_answer_needs_its_time()
    {
        await using var machine = await LcuMachine.StartAsync(seed: 6, faults: Fault.Slow);
        var answer = machine.GetAsync("/lol-summoner/v1/current-summoner");
        Assert.False(answer.IsCompleted);

        var steps = 0;
        for (; !answer.IsCompleted && steps < 1_000_000; steps++)
        {
            machine.Clock.Advance(0.01);
            await Task.Yield();
        }

        Assert.Equal("Nightjar", (string?)JsonNode.Parse((await answer).Body)!["gameName"]);
        Assert.True(steps > 300, "Sixteen dribbles of a quarter of a second each.");
    }

    [Fact]
    public async Task A_request_may_never_be_answered()
    {
        await using var machine = await LcuMachine.StartAsync(seed: 6, faults: Fault.Timeout);
        var never = machine.GetAsync(Phase);
        machine.Clock.Advance(100_000);
        Assert.False(never.IsCompleted);

        Assert.Equal("\"None\"", await OutcomeAsync(machine));
        await machine.Machine.Client.CloseAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => never);
    }

    [Fact]
    public async Task A_refusal_closes_the_port_for_two_seconds_and_breaks_the_socket()
    {
        await using var machine = await LcuMachine.StartAsync(seed: 5, faults: Fault.Refused);
        using var socket = await machine.ConnectAsync();
        await socket.BeginAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => machine.GetAsync(Phase));
        await Assert.ThrowsAsync<WebSocketException>(socket.ReceiveAsync);
        machine.Clock.Advance(1.9);
        await Assert.ThrowsAsync<HttpRequestException>(() => machine.GetAsync(Phase));
        var line = machine.LockfileText;
        machine.Clock.Advance(0.1);
        Assert.Equal("\"None\"", await OutcomeAsync(machine));
        Assert.Equal(line, machine.LockfileText);
    }

    [Fact]
    public async Task The_socket_breaks_in_the_middle_of_every_seventh_event()
    {
        await using var machine = await LcuMachine.StartAsync(faults: Fault.SocketCut);
        var (whole, cut, changes) = (0, 0, 0);
        for (var round = 0; round < 3; round++)
        {
            using var socket = await machine.ConnectAsync();
            await socket.BeginAsync("OnJsonApiEvent_lol-gameflow_v1_session");
            try
            {
                while (changes < 100)
                {
                    await machine.ShowAsync(GameflowPhase.Lobby + (changes++ % 2));
                    Assert.EndsWith("session", (await socket.NextAsync()).Uri, StringComparison.Ordinal);
                    whole++;
                }
            }
            catch (WebSocketException failure)
            {
                Assert.Equal(WebSocketError.ConnectionClosedPrematurely, failure.WebSocketErrorCode);
                cut++;
            }
        }

        Assert.Equal((3, 5 + 6 + 6), (cut, whole));
    }

    [Fact]
    public async Task An_empty_frame_comes_before_every_seventh_event()
    {
        await using var machine = await LcuMachine.StartAsync(faults: Fault.EmptyFrames);
        using var socket = await machine.ConnectAsync();
        await socket.BeginAsync("OnJsonApiEvent_lol-gameflow_v1_gameflow-phase");
        var frames = new List<string>();
        for (var change = 0; change < 21; change++)
        {
            await machine.ShowAsync(GameflowPhase.Lobby + (change % 2));
        }

        for (var frame = 0; frame < 24; frame++)
        {
            frames.Add(await socket.ReceiveAsync());
        }

        Assert.Equal((3, 21), (frames.Count(frame => frame.Length == 0), frames.Count(frame => frame.StartsWith("[8,", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(Fault.StaleLockfile)]
    [InlineData(Fault.OverwrittenLockfile)]
    public async Task Once_in_every_game_the_port_and_the_password_change(Fault fault)
    {
        await using var machine = await LcuMachine.StartAsync();
        var (lines, stale) = (new List<string> { machine.LockfileText }, 0);
        await machine.PlayAsync(Steps(fault).Skip(2), async _ =>
        {
            if (machine.LockfileText is var line && line != lines[^1])
            {
                lines.Add(line);
            }

            if (!machine.Machine.Client.IsRunning)
            {
                stale++;
                await Assert.ThrowsAsync<HttpRequestException>(() => machine.GetAsync(Phase));
            }
        });

        Assert.Equal(3, lines.Count);
        Assert.Equal(3, lines.Select(line => line.Split(':')[2]).Distinct().Count());
        Assert.Equal(3, lines.Select(line => line.Split(':')[3]).Distinct().Count());
        Assert.Equal(fault == Fault.StaleLockfile, stale > 0);
    }

    [Theory]
    [InlineData(1, "Player")]
    [InlineData(2, "")]
    public async Task Streamer_mode_makes_names_empty_or_equal_and_moves_the_lists(int seed, string shown)
    {
        await using var machine = await LcuMachine.StartAsync();
        var orders = new HashSet<string>();
        await machine.PlayAsync(Steps(Fault.Streamer, seed, games: 1).Skip(2), async _ =>
        {
            if (machine.Machine.Evening.State.Phase is GameflowPhase.InProgress or GameflowPhase.WaitingForStats or GameflowPhase.EndOfGame)
            {
                var people = (await machine.ReadAsync("/lol-gameflow/v1/session"))["gameData"]!["playerChampionSelections"]!.AsArray();
                Assert.Equal(9, people.Count(one => (string?)one!["summonerInternalName"] == shown));
                orders.Add(string.Join(',', people.Select(one => one!["championId"])));
            }
            else if (machine.Machine.Evening.State.ChampSelect is not null)
            {
                var session = await machine.ReadAsync("/lol-champ-select/v1/session");
                Assert.Single(session["myTeam"]!.AsArray().Concat(session["theirTeam"]!.AsArray()), member => (string?)member!["gameName"] != "");
            }
        });

        Assert.True(orders.Count > 2);
    }

    [Fact]
    public async Task Who_spectates_is_told_so_by_both()
    {
        await using var machine = await LcuMachine.StartAsync();
        var watched = 0;
        await machine.PlayAsync(Steps(Fault.Spectator).Skip(2), async step =>
        {
            if (step.Stage == GameStage.Playing)
            {
                Assert.Equal("WatchInProgress", (string?)(await machine.ReadAsync("/lol-gameflow/v1/session"))["phase"]);
                Assert.NotNull((await machine.ReadLiveAsync("activeplayer"))["error"]);
                watched++;
            }

            Assert.Equal(HttpStatusCode.NotFound, (await machine.GetAsync("/lol-champ-select/v1/session")).Status);
        });

        Assert.Equal(2, watched);
    }

    [Fact]
    public async Task Bots_all_have_the_same_ids()
    {
        await using var machine = await LcuMachine.StartAsync();
        JsonArray? people = null;
        await machine.PlayAsync(Steps(Fault.Bots).Skip(2), async step =>
        {
            if (step.Stage == GameStage.Playing)
            {
                var data = (await machine.ReadAsync("/lol-gameflow/v1/session"))["gameData"]!;
                people = [.. data["teamOne"]!.AsArray().Concat(data["teamTwo"]!.AsArray()).Select(one => one!.DeepClone())];
                Assert.True((bool)data["isCustomGame"]!);
                Assert.Equal(9, (await machine.ReadLiveAsync("playerlist")).AsArray().Count(one => (bool)one!["isBot"]!));
            }
        });

        Assert.Equal(2, people!.Select(one => $"{one!["puuid"]} {one["summonerId"]}").Distinct().Count());
    }

    [Fact]
    public async Task Every_fault_at_once_leaves_a_client_that_answers_again()
    {
        Fault[] all = Enum.GetValues<Fault>();
        await using var machine = await LcuMachine.StartAsync(seed: 3, faults: [.. all.Except([Fault.Timeout, Fault.Slow])]);
        var answered = new HashSet<string>();
        await machine.PlayAsync(EveningScript.Write(GameSupply.Written(3), new EveningOptions { Games = 2, Faults = [.. all] }).Skip(2), async _ =>
        {
            if (machine.Machine.Client.IsRunning)
            {
                answered.Add(await OutcomeAsync(machine));
            }
        });

        for (var request = 0; request < 20; request++)
        {
            machine.Clock.Advance(3);
            answered.Add(await OutcomeAsync(machine));
        }

        Assert.Contains("\"InProgress\"", answered);
        Assert.Contains("\"None\"", answered);
        Assert.Contains("broken", answered);
    }

    private static IEnumerable<EveningStep> Steps(Fault fault, int seed = 1, int games = 2) =>
        EveningScript.Write(GameSupply.Written(seed), new EveningOptions { Seed = seed, Games = games, Faults = [fault] });

    /// <summary>The body, or in what way there was none; time goes on meanwhile.</summary>
    private static async Task<string> OutcomeAsync(LcuMachine machine)
    {
        try
        {
            var answer = machine.GetAsync(Phase);
            for (var wait = 0; !answer.IsCompleted && wait < 1_000_000; wait++)
            {
                machine.Clock.Advance(0.001);
                await Task.Yield();
            }

            return (await answer).Body is { Length: > 0 } body ? body : "nothing";
        }
        catch (HttpRequestException)
        {
            // Where the port closed, the next request is to find it open again.
            machine.Clock.Advance(3);
            return "broken";
        }
    }
}
