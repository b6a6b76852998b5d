using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live;

/// <summary>One game is one row: never split, never merged, never left open.</summary>
public sealed class GameIdentityTests
{
    [Fact]
    public async Task A_failed_poll_after_the_end_begins_no_second_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(End());
        await run.PollAsync("<html>", 500);
        await run.PollAsync(null);
        var state = await run.PollAsync(End());
        Assert.Single(await GamesAsync(run));
        Assert.Equal(LiveConnection.Ended, state.Connection);
    }

    [Fact]
    public async Task A_restart_on_the_result_of_a_game_begins_no_second_game()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            await before.PollAsync(End());
        }

        await using var run = await LiveRun.StartAsync(folder, clock);
        var state = await run.PollAsync(End(), after: 20);
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((2, false, "game_end"), (game.Polls, game.IsLive, game.EndReason));
        Assert.Equal(LiveConnection.Ended, state.Connection);
    }

    [Fact]
    public async Task A_spectators_rewind_during_a_restart_splits_nothing()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        static void Baron(JsonObject response) => response.Events().Add(Polls.Event(1, "BaronKill", 1400, ("KillerName", "Player 1")));
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            await before.PollAsync(Polls.Response(1500, Baron));
        }

        await using var run = await LiveRun.StartAsync(folder, clock);
        await run.PollAsync(Polls.Response(900, Baron), after: 20);
        Assert.Single(await GamesAsync(run));
    }

    [Fact]
    public async Task Two_short_games_of_the_same_people_are_two_games()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(30));
        await run.PollAsync(null, after: 5);
        await run.PollAsync(Polls.Response(2));
        Assert.Equal(2, (await GamesAsync(run)).Count);
    }

    [Fact]
    public async Task A_clock_that_goes_back_from_one_second_to_the_next_begins_no_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(40));
        await run.PollAsync(Polls.Response(2));
        await run.PollAsync(Polls.Response(42));
        Assert.Single(await GamesAsync(run));
    }

    [Fact]
    public async Task Somebody_missing_from_one_answer_comes_back_to_the_same_slot()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(10));
        await run.PollAsync(Polls.Response(11, response => response.Players().RemoveAt(4)));
        var state = await run.PollAsync(Polls.Response(12));
        Assert.Equal(10, state.Game!.Players.Length);
        Assert.Equal("0123456789", string.Concat(state.Game.SlotsInResponse));
    }

    [Fact]
    public async Task Answers_without_a_game_do_not_keep_one_alive()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(10));
        Assert.Equal(LiveConnection.Lost, (await run.PollAsync("{}", after: 30)).Connection);
        await run.PollAsync("{}", after: 31);
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((false, "connection_lost"), (game.IsLive, game.EndReason));
    }

    [Fact]
    public async Task An_unfinished_game_is_closed_while_a_mode_runs_that_is_not_shown()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            await before.PollAsync(Polls.Response(1500));
        }

        await using var run = await LiveRun.StartAsync(folder, clock);
        await run.PollAsync(Polls.Response(10, mode: "BRAWL"), after: 20);
        await run.PollAsync(Polls.Response(80, mode: "BRAWL"), after: 70);
        Assert.False(Assert.Single(await GamesAsync(run)).IsLive);
    }

    [Fact]
    public async Task An_answer_that_tells_no_mode_begins_no_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(10, response => response["gameData"]!.AsObject().Remove("gameMode")));
        await run.PollAsync(Polls.Response(11, mode: "BRAWL"));
        Assert.Empty(await GamesAsync(run));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_response()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync("\uFEFF" + Polls.Response(10));
        await run.PollAsync("\uFEFF" + Polls.Response(11));
        Assert.Equal((byte)'{', run.State.Game!.Response.Span[0]);
        Assert.Equal((byte)'{', (await run.ReplayAsync(1, 1))![0]);
    }

    [Fact]
    public async Task A_deep_event_stops_no_restart()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        var response = Polls.Response(10).Replace("\"EventID\":0", $"\"EventID\":{deep}", StringComparison.Ordinal);
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            await before.PollAsync(response);
        }

        await using var run = await LiveRun.StartAsync(folder, clock);
        Assert.Equal(1, (await run.PollAsync(response, after: 5)).Game!.GameId);
    }

    [Fact]
    public async Task What_the_recorder_gave_up_is_made_good_by_the_next_poll()
    {
        await using var run = await LiveRun.StartAsync();
        await run.QueryAsync(db => db.Database.ExecuteSqlAsync($"CREATE TRIGGER refuse BEFORE INSERT ON games BEGIN SELECT RAISE(ABORT, 'refused'); END"));
        await run.PollAsync(Polls.Response(10));
        await run.PollAsync(Polls.Response(11));
        await run.QueryAsync(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER refuse"));
        await run.PollAsync(Polls.Response(12, response => response.Players()[3]!["level"] = 9));
        await run.PollAsync(Polls.Response(13));
        var details = (await run.Games.FindAsync(1, CancellationToken.None))!;
        Assert.Equal(10, details.Players.Count);
        Assert.Single(details.Events);
        Assert.Contains("\"level\":9", System.Text.Encoding.UTF8.GetString((await run.ReplayAsync(1, 0))!), StringComparison.Ordinal);
        Assert.Equal(Polls.Response(13).Length, (await run.ReplayAsync(1, 1))!.Length);
        Assert.Equal((2, 12.0), (details.Game.Polls, details.Game.FirstGameTime));
    }

    private static string End() => Polls.Response(1801, response => response.Events().Add(Polls.Event(1, "GameEnd", 1801, ("Result", "Win"))));

    private static async Task<IReadOnlyList<Game>> GamesAsync(LiveRun run) => (await run.Games.ListAsync(onlyMatched: false, 20, 0, CancellationToken.None)).Games;
}
