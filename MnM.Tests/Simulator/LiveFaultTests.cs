using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.Faults;

namespace MnM.Tests.Simulator;

public sealed class LiveFaultTests
{
    [Fact]
    public void Each_fault_takes_every_seventh_request_and_the_seed_says_which()
    {
        var (first, again, other) = (Plan(3), Plan(3), Plan(4));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal((10, 10), (first.Count(fault => fault == Fault.Cut), first.Count(fault => fault == Fault.Empty)));

        static List<Fault?> Plan(int seed)
        {
            var plan = new FaultPlan([Fault.Cut, Fault.Empty, Fault.Bots], seed);
            return [.. Enumerable.Range(0, 70).Select(_ => plan.Next())];
        }
    }

    [Fact]
    public async Task An_empty_body_and_a_web_page_come_with_status_200()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Faults = [Fault.Empty, Fault.Html] });
        var bodies = new List<string>();
        for (var request = 0; request < 7; request++)
        {
            using var response = await live.GetAsync("/liveclientdata/gamestats");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            bodies.Add(await response.Content.ReadAsStringAsync(LiveClientFixture.Soon));
        }

        Assert.Single(bodies, body => body.Length == 0);
        Assert.Single(bodies, body => body.StartsWith("<html>", StringComparison.Ordinal));
        Assert.Equal(5, bodies.Count(body => body.Contains("gameTime", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_cut_body_is_an_error_to_its_reader()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Faults = [Fault.Cut] });

        Assert.Equal(1, await FailuresAsync(live, 7));
    }

    [Fact]
    public async Task Time_goes_back_for_one_poll()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Faults = [Fault.TimeBack] });
        live.Clock.Advance(300);
        var times = new List<double>();
        for (var request = 0; request < 7; request++)
        {
            times.Add((double)(await live.ReadAsync("/liveclientdata/allgamedata"))["gameData"]!["gameTime"]!);
        }

        Assert.Equal((1, 6), (times.Count(time => time == 210), times.Count(time => time == 300)));
    }

    [Fact]
    public async Task A_slow_body_comes_whole_in_the_end()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Faults = [Fault.Slow] });
        var slow = 0;
        for (var request = 0; request < 7; request++)
        {
            var answer = live.ReadAsync("/liveclientdata/allgamedata");
            for (var wait = 0; !answer.IsCompleted && wait < 1_000_000; wait++)
            {
                live.Clock.Advance(0.001);
                await Task.Yield();
            }

            slow += (await answer)["allPlayers"]!.AsArray().Count == 10 ? 1 : 0;
        }

        Assert.Equal(7, slow);
    }

    [Fact]
    public async Task A_refused_request_closes_the_port_for_two_seconds()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Faults = [Fault.Refused] });
        Assert.Equal(1, await FailuresAsync(live, 6));

        await live.Host.Machine.Live.Port.Closing;
        await live.AssertRefusedAsync();
        live.Clock.Advance(2);
        await live.Host.Machine.Live.Port.Interruption;
        await live.ReadAsync("/liveclientdata/gamestats");
    }

    [Fact]
    public async Task A_request_may_never_be_answered()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Faults = [Fault.Timeout], Seed = 6 });

        // Either of the two may be the one that arrives first.
        Task<HttpResponseMessage>[] both = [live.GetAsync("/liveclientdata/gamestats"), live.GetAsync("/liveclientdata/gamestats")];
        var answered = await Task.WhenAny(both);
        Assert.Equal(HttpStatusCode.OK, (await answered).StatusCode);
        var never = both.Single(request => request != answered);
        Assert.False(never.IsCompleted);
        await live.Host.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => never);
    }

    [Theory]
    [InlineData(Fault.Spectator, "\"\"")]
    [InlineData(Fault.Streamer, null)]
    [InlineData(Fault.Bots, null)]
    public async Task Whole_games_are_seen_through_other_eyes(Fault fault, string? name)
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Faults = [fault] });
        var poll = (await live.ReadAsync("/liveclientdata/allgamedata")).AsObject();

        Assert.Equal(name ?? poll["activePlayer"]!["riotId"]!.ToJsonString(), (await live.ReadAsync("/liveclientdata/activeplayername")).ToJsonString());
        Assert.Equal(fault == Fault.Bots ? 9 : 0, Poll.Players(poll).Count(player => (bool)player["isBot"]!));
        Assert.Equal(fault == Fault.Streamer ? 2 : 10, Names(poll).Distinct().Count());
    }

    [Fact]
    public async Task The_log_has_a_line_for_every_request()
    {
        var path = Path.GetTempFileName();
        await using (var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Log = path }))
        {
            await live.ReadAsync("/liveclientdata/gamestats");
            using var unknown = await live.GetAsync("/liveclientdata/nothing");
        }

        Assert.Equal(
            [
                """{"t_ms":7000,"route":"/liveclientdata/gamestats","method":"GET","status":200,"key":null}""",
                """{"t_ms":7000,"route":"/liveclientdata/nothing","method":"GET","status":404,"key":null}""",
            ],
            (await File.ReadAllLinesAsync(path, LiveClientFixture.Soon)).Order(StringComparer.Ordinal));
        File.Delete(path);
    }

    private static IEnumerable<string?> Names(JsonObject poll) => Poll.Players(poll).Select(player => (string?)player["summonerName"]);

    private static async Task<int> FailuresAsync(LiveClientFixture live, int requests)
    {
        var failures = 0;
        for (var request = 0; request < requests; request++)
        {
            try
            {
                await live.ReadAsync("/liveclientdata/gamestats");
            }
            catch (HttpRequestException)
            {
                failures++;
                break;
            }
        }

        return failures;
    }
}
