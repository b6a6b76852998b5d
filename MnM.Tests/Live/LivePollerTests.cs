using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Live;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live;

public sealed class LivePollerTests
{
    [Fact]
    public async Task Without_a_game_MnM_waits()
    {
        await using var run = await LiveRun.StartAsync();
        var state = await run.PollAsync(null);
        Assert.Equal(LiveConnection.Waiting, state.Connection);
        Assert.Null(state.RunningGame);
        Assert.Equal(LiveTrust.AnyOnLoopback, state.Trust);
    }

    [Fact]
    public async Task A_loading_client_is_told_as_such()
    {
        await using var run = await LiveRun.StartAsync();
        Assert.Equal(LiveConnection.Loading, (await run.PollAsync("""{"errorCode":"RESOURCE_NOT_FOUND"}""", 404)).Connection);
        Assert.Equal(LiveConnection.Loading, (await run.PollAsync("{}")).Connection);
    }

    [Fact]
    public async Task A_game_is_stored_from_its_first_poll()
    {
        await using var run = await LiveRun.StartAsync();
        var state = await run.PollAsync(Polls.Response(5));
        var (games, total) = await run.Games.ListAsync(onlyMatched: false, 20, 0, CancellationToken.None);
        Assert.Equal(LiveConnection.InGame, state.Connection);
        Assert.Equal(1, total);
        Assert.True(games[0].IsLive);
        Assert.Equal("CLASSIC", games[0].GameMode);
        Assert.Equal(run.Clock.GetUtcNow().AddSeconds(-5), games[0].StartedAt);
        Assert.Equal(10, (await run.Games.FindAsync(games[0].Id, CancellationToken.None))!.Players.Count);
    }

    [Fact]
    public async Task A_failed_poll_ends_nothing()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(5));
        var lost = await run.PollAsync("<html>", 500);
        Assert.Equal(LiveConnection.Lost, lost.Connection);
        Assert.NotNull(lost.RunningGame);
        Assert.Contains("500", lost.Fault!.Message);
        var back = await run.PollAsync(Polls.Response(7));
        Assert.Equal(LiveConnection.InGame, back.Connection);
        Assert.Equal(1, back.Game!.Sequence);
        Assert.Null(back.Fault);
    }

    [Fact]
    public async Task An_answer_that_is_not_json_is_a_failed_poll_with_its_reason()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(5));
        var state = await run.PollAsync(Polls.Response(6)[..200]);
        Assert.Equal(LiveConnection.Lost, state.Connection);
        Assert.Contains("not JSON", state.Fault!.Message);
    }

    [Fact]
    public async Task A_connection_gone_for_the_grace_time_ends_the_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(5));
        Assert.Equal(LiveConnection.Lost, (await run.PollAsync(null, after: 59)).Connection);
        var ended = await run.PollAsync(null, after: 2);
        var game = (await run.Games.ListAsync(onlyMatched: false, 1, 0, CancellationToken.None)).Games[0];
        Assert.Null(ended.RunningGame);
        Assert.False(game.IsLive);
        Assert.Equal("connection_lost", game.EndReason);
        Assert.Equal(game.Id, ended.LastGame!.GameId);
    }

    [Fact]
    public async Task With_a_poll_a_minute_a_single_failed_one_ends_nothing()
    {
        await using var run = await LiveRun.StartAsync();
        run.Services.GetRequiredService<IOptions<LiveOptions>>().Value.PollingInterval = TimeSpan.FromMinutes(1);
        await run.PollAsync(Polls.Response(100));
        Assert.Equal(LiveConnection.Lost, (await run.PollAsync(null, after: 60)).Connection);
        Assert.Equal(LiveConnection.Lost, (await run.PollAsync(null, after: 60)).Connection);
        Assert.Null((await run.PollAsync(null, after: 60)).RunningGame);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_nothing_on_the_page_or_open_for_longer()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            await before.PollAsync(Polls.Response(5));
        }

        await using var run = await LiveRun.StartAsync(folder, clock);
        await run.PollAsync(null);
        clock.SetWall(TimeSpan.FromHours(-1));
        await run.PollAsync(null, after: 61);
        Assert.Equal("restart", (await run.Games.FindAsync(1, CancellationToken.None))!.Game.EndReason);

        await run.PollAsync(Polls.Response(1801, response => response.Events().Add(Polls.Event(1, "GameEnd", 1801, ("Result", "Win")))));
        clock.SetWall(TimeSpan.FromHours(-2));
        await run.PollAsync(null);
        Assert.Equal(LiveConnection.Waiting, (await run.PollAsync(null, after: 600)).Connection);
    }

    [Fact]
    public async Task A_game_end_event_ends_the_game_and_names_the_winner()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(1800));
        var end = Polls.Response(1801, response => response.Events().Add(Polls.Event(1, "GameEnd", 1801, ("Result", "Lose"))));
        var state = await run.PollAsync(end);
        var after = await run.PollAsync(end);
        var game = (await run.Games.ListAsync(onlyMatched: false, 1, 0, CancellationToken.None)).Games[0];
        Assert.Equal(LiveConnection.Ended, state.Connection);
        Assert.False(state.LastGame!.Won);
        Assert.Equal(2, after.Game!.Sequence);
        Assert.Equal(("CHAOS", "game_end", false), (game.WinningTeam, game.EndReason, game.IsLive));
    }

    [Fact]
    public async Task The_result_stays_on_the_page_until_the_next_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(1801, response => response.Events().Add(Polls.Event(1, "GameEnd", 1801, ("Result", "Win")))));
        var closed = await run.PollAsync(null);
        Assert.Equal(LiveConnection.Ended, closed.Connection);
        Assert.NotNull(closed.Game);
        Assert.Null(closed.RunningGame);
        Assert.Equal(LiveConnection.Waiting, (await run.PollAsync(null, after: 600)).Connection);
    }

    [Fact]
    public async Task Other_people_are_another_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(900));
        var state = await run.PollAsync(Polls.Response(3, response =>
        {
            foreach (var player in response.Players())
            {
                player!["rawChampionName"] = "game_character_displayname_New" + (string?)player["championName"];
            }
        }));
        var (games, _) = await run.Games.ListAsync(onlyMatched: false, 20, 0, CancellationToken.None);
        Assert.Equal(2, state.Game!.GameId);
        Assert.Equal(0, state.Game.Sequence);
        Assert.Equal(["", "another_game"], games.Select(game => game.EndReason ?? ""));
    }

    [Fact]
    public async Task The_same_people_from_the_start_are_another_game()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(900, response => response.Events().Add(Polls.Event(1, "MinionsSpawning", 65))));
        var state = await run.PollAsync(Polls.Response(3), after: 20);
        Assert.Equal(2, state.Game!.GameId);
    }

    [Fact]
    public async Task A_spectators_rewind_is_a_new_segment_of_the_same_game()
    {
        await using var run = await LiveRun.StartAsync();
        static void Spawn(JsonObject response) => response.Events().Add(Polls.Event(1, "MinionsSpawning", 65));
        await run.PollAsync(Polls.Response(900, Spawn));
        var state = await run.PollAsync(Polls.Response(700, Spawn));
        var game = (await run.Games.ListAsync(onlyMatched: false, 1, 0, CancellationToken.None)).Games[0];
        Assert.Equal(1, state.Game!.GameId);
        Assert.Equal(1, game.Segment);
        Assert.Equal(900, game.GameLengthSeconds);
    }

    [Fact]
    public async Task Brawl_is_neither_shown_nor_recorded()
    {
        await using var run = await LiveRun.StartAsync();
        var state = await run.PollAsync(Polls.Response(60, mode: "BRAWL"));
        Assert.Equal(LiveConnection.NotShown, state.Connection);
        Assert.Null(state.Game);
        Assert.Equal(0, (await run.Games.ListAsync(onlyMatched: false, 1, 0, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_restart_of_MnM_goes_on_with_the_same_row_and_marks_the_gap()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            await before.PollAsync(Polls.Response(100));
            await before.PollAsync(Polls.Response(101));
        }

        clock.Advance(30);
        await using var run = await LiveRun.StartAsync(folder, clock);
        var state = await run.PollAsync(Polls.Response(132));
        Assert.Equal((1L, 2, 1), (state.Game!.GameId, state.Game.Sequence, state.Game.Recording.Gaps));
        Assert.Single(state.Game.Events);
        Assert.Equal(1, (await run.Games.ListAsync(onlyMatched: false, 1, 0, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_game_left_running_is_closed_when_another_one_is_found()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await LiveRun.StartAsync(folder, clock))
        {
            await before.PollAsync(Polls.Response(1500));
        }

        clock.Advance(3600);
        await using var run = await LiveRun.StartAsync(folder, clock);
        await run.PollAsync(Polls.Response(10));
        var (games, total) = await run.Games.ListAsync(onlyMatched: false, 20, 0, CancellationToken.None);
        Assert.Equal(2, total);
        Assert.Equal("restart", games[1].EndReason);
        Assert.False(games[1].IsLive);
    }
}
