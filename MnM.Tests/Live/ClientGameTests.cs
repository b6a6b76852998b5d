using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live;

/// <summary>The League client tells one game from the next, and whether it is over.</summary>
public sealed class ClientGameTests
{
    [Fact]
    public async Task A_game_bears_the_clients_number()
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(10));
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((7001L, "EUW1_7001", 420, "MATCHED_GAME"), (game.ClientGameId, game.RiotMatchId, game.QueueId, game.GameType));
    }

    [Fact]
    public async Task A_number_that_is_told_late_is_still_noted()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(10));
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(11));
        Assert.Equal("EUW1_7001", Assert.Single(await GamesAsync(run)).RiotMatchId);
    }

    [Fact]
    public async Task While_the_client_says_that_the_game_runs_no_silence_ends_it()
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(10));
        Tell(run, "Reconnect", 7001);
        for (var minute = 0; minute < 10; minute++)
        {
            Assert.Equal(LiveConnection.Lost, (await run.PollAsync(null, after: 60)).Connection);
        }

        await run.PollAsync(Polls.Response(640));
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((true, 2), (game.IsLive, game.Polls));
    }

    [Fact]
    public async Task A_game_that_the_client_says_is_over_ends_with_the_first_failed_poll()
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(10));
        Tell(run, "WaitingForStats", 7001);
        var state = await run.PollAsync(null);
        Assert.Equal((LiveConnection.Ended, GamePhase.PostGame), (state.Connection, state.Phase.Phase));
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((false, "client_end"), (game.IsLive, game.EndReason));
    }

    [Theory]
    [InlineData("Lobby")]
    [InlineData("ChampSelect")]
    [InlineData("WaitingForStats")]
    public async Task Failed_polls_beside_a_client_that_shows_something_else_split_no_recording(string phase)
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, phase, 0);
        for (var second = 100; second < 130; second++)
        {
            await run.PollAsync(second % 10 == 0 ? null : Polls.Response(second));
        }

        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((27, true, null), (game.Polls, game.IsLive, game.EndReason));
        Assert.Empty(await run.Games.GapsAsync(game.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData("WaitingForStats", 7001)]
    [InlineData("EndOfGame", 7001)]
    [InlineData("Lobby", 0)]
    public async Task A_port_that_hiccups_while_the_client_shows_the_end_begins_no_second_game(string phase, long number)
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(69));
        await run.PollAsync(End(70));
        Tell(run, phase, number);
        await run.PollAsync(End(71));
        await run.PollAsync(null);
        await run.PollAsync(null, after: 3);
        await run.PollAsync(End(75));
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((4, false, "game_end"), (game.Polls, game.IsLive, game.EndReason));
    }

    [Fact]
    public async Task The_same_people_without_the_end_that_was_told_play_the_next_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(End(70));
        Tell(run, "Lobby", 0);
        await run.PollAsync(null);
        await run.PollAsync(null, after: 3);
        Tell(run, null, 0);
        await run.PollAsync(Polls.Response(90), after: 120);
        Assert.Equal([false, true], (await GamesAsync(run)).Select(game => game.IsLive));
    }

    [Fact]
    public async Task The_same_people_at_a_later_time_with_another_number_play_another_game()
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(10));
        Tell(run, "InProgress", 7002);
        await run.PollAsync(Polls.Response(20));
        Assert.Equal([7001L, 7002L], (await GamesAsync(run)).Select(game => game.ClientGameId));
    }

    [Fact]
    public async Task A_game_that_was_given_up_goes_on_when_it_answers_again()
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(10));
        Tell(run, null, 0);
        await run.PollAsync(null, after: 61);
        Assert.Equal("connection_lost", Assert.Single(await GamesAsync(run)).EndReason);

        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(300), after: 200);
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((true, 2, null), (game.IsLive, game.Polls, game.EndReason));
        var gap = Assert.Single(await run.QueryAsync(db => db.GameGaps.ToListAsync()));
        Assert.Equal((10.0, 300.0), (gap.FromGameTime, gap.ToGameTime));
        Assert.NotNull(await run.ReplayAsync(game.Id, 1));
    }

    [Fact]
    public async Task A_game_that_was_given_up_goes_on_after_a_restart_hours_later_by_its_number()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            Tell(before, "InProgress", 7001);
            await before.PollAsync(Polls.Response(10));
            Tell(before, null, 0);
            await before.PollAsync(null, after: 61);
        }

        await using var run = await LiveRun.StartAsync(folder, clock);
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(1900), after: 1800);
        Assert.Equal(2, Assert.Single(await GamesAsync(run)).Polls);
    }

    [Fact]
    public async Task The_number_of_the_game_before_is_not_given_to_the_next()
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(10, response => response.Events().Add(Polls.Event(1, "GameEnd", 10, ("Result", "Win")))));

        // The client still holds the session of the game before.
        await run.PollAsync(null, after: 90);
        await run.PollAsync(Polls.Response(2));
        var games = await GamesAsync(run);
        Assert.Equal([7001L, null], games.Select(game => game.ClientGameId));

        Tell(run, "InProgress", 7002);
        await run.PollAsync(Polls.Response(3));
        Assert.Equal([7001L, 7002L], (await GamesAsync(run)).Select(game => game.ClientGameId));
    }

    [Fact]
    public async Task The_number_of_a_stored_game_that_is_over_is_not_given_to_another_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            Tell(before, "InProgress", 7001);
            await before.PollAsync(Polls.Response(10, response => response.Events().Add(Polls.Event(1, "GameEnd", 10, ("Result", "Win")))));
        }

        await using var run = await LiveRun.StartAsync(folder, clock);
        Tell(run, "InProgress", 7001);
        await run.PollAsync(Polls.Response(2), after: 3600);
        Assert.Equal([7001L, null], (await GamesAsync(run)).Select(game => game.ClientGameId));
    }

    [Fact]
    public async Task Without_a_known_platform_the_number_is_kept_and_no_match_id_is_made_up()
    {
        await using var run = await LiveRun.StartAsync();
        Tell(run, "InProgress", 7001, platform: null);
        await run.PollAsync(Polls.Response(10));
        var game = Assert.Single(await GamesAsync(run));
        Assert.Equal((7001L, null), (game.ClientGameId, game.RiotMatchId));
    }

    private static string End(int second) => Polls.Response(second, response => response.Events().Add(Polls.Event(1, "GameEnd", 70, ("Result", "Win"))));

    /// <summary>The client says this; null is a client that is gone.</summary>
    private static void Tell(LiveRun run, string? phase, long number, string? platform = "euw1") =>
        run.Services.GetRequiredService<Feed<LiveState>>().Update(state => GameLifecycle.Follow(
            state with
            {
                Client = phase is null ? ClientView.None : ClientView.None with
                {
                    Connection = ClientConnection.Connected,
                    RawPhase = phase,
                    Platform = platform,
                    Game = new ClientGame(number, 420, IsCustom: false),
                },
            },
            run.Clock.GetUtcNow()));

    private static Task<List<Game>> GamesAsync(LiveRun run) => run.QueryAsync(db => db.Games.AsNoTracking().OrderBy(game => game.Id).ToListAsync());
}
