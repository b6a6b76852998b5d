using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;

namespace MnM.Tests.Live.Recording;

/// <summary>Games that are longer, shorter, faster or more alike than usual.</summary>
public sealed class OddGamesTests
{
    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task A_clock_that_is_set_in_mid_game_makes_no_gap_and_no_second_game(int by)
    {
        await using var run = await LiveRun.StartAsync();
        for (var second = 0; second < 130; second++)
        {
            run.Clock.SetWall(TimeSpan.FromSeconds(second == 65 ? by : 0));
            await run.PollAsync(Response(second));
        }

        Assert.Empty(await run.Games.GapsAsync(1, CancellationToken.None));
        await AssertReadableAsync(run, 130);
        await run.Folder.FoldAsync(1, CancellationToken.None);
        await AssertReadableAsync(run, 130);
        var moments = (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable;
        Assert.Equal(TimeSpan.FromSeconds(by + 1), moments[65].PolledAt - moments[64].PolledAt);
        Assert.Equal(64, (await run.Replay.FindAtAsync(1, 64.5, CancellationToken.None))!.Sequence);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_no_lost_game_alive()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Response(5));
        run.Clock.SetWall(TimeSpan.FromHours(-1));
        Assert.Equal(LiveConnection.Lost, (await run.PollAsync(null, after: 59)).Connection);
        await run.PollAsync(null, after: 2);
        Assert.Equal("connection_lost", (await run.Games.FindAsync(1, CancellationToken.None))!.Game.EndReason);
    }

    [Fact]
    public async Task Two_games_with_the_same_start_are_told_apart()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Response(100));
        await run.PollAsync(Response(101));
        await run.PollAsync(Other(102));
        await run.PollAsync(Other(103));

        var (games, total) = await run.Games.ListAsync(onlyMatched: false, 20, 0, CancellationToken.None);
        Assert.Equal((2, games[0].StartedAt), (total, games[1].StartedAt));
        for (var folded = 0; folded < 2; folded++)
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(101)), JsonNode.Parse(await run.ReplayAsync(1, 1))));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Other(102)), JsonNode.Parse(await run.ReplayAsync(2, 0))));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Other(103)), JsonNode.Parse(await run.ReplayAsync(2, 1))));
            Assert.Equal(101, (await run.Replay.FindAtAsync(1, 102.5, CancellationToken.None))!.GameTime);
            await run.Folder.FoldAsync(1, CancellationToken.None);
            await run.Folder.FoldAsync(2, CancellationToken.None);
        }

        static string Other(int second) => Polls.Response(second, response =>
        {
            foreach (var player in response.Players())
            {
                player!["rawChampionName"] = "game_character_displayname_New" + (string?)player["championName"];
            }
        });
    }

    [Fact]
    public async Task A_game_of_90_minutes_comes_back_whole()
    {
        const int seconds = 90 * 60;
        await using var run = await LiveRun.StartAsync();
        for (var second = 0; second < seconds; second++)
        {
            // What waits is stored together, as after a pause.
            await (second % 50 == 0 ? run.PollAsync(Small(second)) : run.AskAsync(Small(second)));
        }

        await run.PollAsync(null, after: 61);
        Assert.Equal(90, await run.Folder.FoldAsync(1, CancellationToken.None));

        var game = (await run.Games.FindAsync(1, CancellationToken.None))!.Game;
        Assert.Equal((seconds, seconds - 1.0), (game.Polls, game.GameLengthSeconds));
        Assert.Equal(Enumerable.Range(0, seconds), (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Select(moment => moment.Sequence));
        Assert.Equal(2 * seconds / 10, await run.QueryAsync(db => db.PlayerTimeline.CountAsync()));
        for (var second = 0; second < seconds; second += 173)
        {
            var poll = await run.Replay.FindAtAsync(1, second + 0.5, CancellationToken.None);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Small(second)), JsonNode.Parse(poll!.Response.Span)), $"second {second}");
        }

        static string Small(int second) => Polls.Response(second, response => response.Players()[second % 2]!["level"] = second, players: 2);
    }

    [Fact]
    public async Task A_game_of_20_seconds_is_one_segment()
    {
        await using var run = await LiveRun.StartAsync();
        for (var second = 0; second < 20; second++)
        {
            await run.PollAsync(Response(second));
        }

        await run.PollAsync(null, after: 61);
        Assert.Equal(1, await run.Folder.FoldAsync(1, CancellationToken.None));
        await AssertReadableAsync(run, 20);
        Assert.Equal(20, await run.QueryAsync(db => db.PlayerTimeline.CountAsync()));
    }

    [Fact]
    public async Task Polls_each_quarter_of_a_second_are_kept_each()
    {
        await using var run = await LiveRun.StartAsync();
        for (var poll = 0; poll < 200; poll++)
        {
            await run.PollAsync(Response(poll, poll / 4.0), after: 0.25);
        }

        Assert.Empty(await run.Games.GapsAsync(1, CancellationToken.None));
        await AssertReadableAsync(run, 200, step: 0.25);
        Assert.Equal(4, await run.Folder.FoldAsync(1, CancellationToken.None));
        await AssertReadableAsync(run, 200, step: 0.25);
        Assert.Equal(43, (await run.Replay.FindAtAsync(1, 10.9, CancellationToken.None))!.Sequence);
    }

    private static string Response(int poll, double? time = null) => Polls.Response(time ?? poll, response => response.Players()[poll % 10]!["level"] = poll);

    private static async Task AssertReadableAsync(LiveRun run, int polls, double step = 1)
    {
        for (var sequence = 0; sequence < polls; sequence++)
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(sequence, sequence * step)), JsonNode.Parse(await run.ReplayAsync(1, sequence))), $"poll {sequence}");
        }

        Assert.Null(await run.ReplayAsync(1, polls));
    }
}
