using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Tests.Live.Recording;

/// <summary>What goes wrong with the database while a game runs: polling goes on, the page says it, and nothing is lost that was stored or waits.</summary>
public sealed class StorageFaultTests
{
    [Fact]
    public async Task A_full_disk_pauses_the_recording_until_there_is_space()
    {
        var disk = new SmallDisk();
        await using var run = await LiveRun.StartAsync(interceptors: disk);
        await disk.LeaveAsync(run, 4);
        var paused = run.Log.NextAsync("Recording pauses");
        var polls = 0;
        while (!paused.IsCompleted)
        {
            await run.AskAsync(Response(polls++));
            await Task.WhenAny(paused, run.Recorder.FlushAsync(CancellationToken.None));
        }

        Assert.Contains("The disk is full", await paused, StringComparison.Ordinal);
        var state = await run.AskAsync(Response(polls++));
        Assert.Equal(
            "Recording pauses: The disk is full. Polls wait in memory. What is stored is safe, and the live view goes on.",
            LiveNote.Of(state).Single(note => note.Weight == NoteWeight.Danger).Text);
        Assert.Equal("Recording pauses", LiveChip.Recording(state.Game)!.Text);
        Assert.Equal("ok", await run.QueryAsync(async db => (await db.Database.SqlQuery<string>($"PRAGMA integrity_check").ToListAsync())[0]));
        var stored = (await run.Games.FindAsync(1, CancellationToken.None))!.Game.Polls;
        Assert.InRange(stored, 1, polls - 2);
        await AssertStoredAsync(run, stored);

        disk.Pages = 100_000;
        await PassAsync(run);
        await AssertStoredAsync(run, polls);
        Assert.Empty(await run.Games.GapsAsync(1, CancellationToken.None));
        state = await run.PollAsync(Response(polls));
        Assert.Null(state.Game!.Recording.Fault);
    }

    [Fact]
    public async Task A_database_locked_for_20_seconds_loses_nothing()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Response(0));
        await using (var other = await LockAsync(run))
        {
            var paused = run.Log.NextAsync("Recording pauses");
            for (var second = 1; second < 20; second++)
            {
                Assert.Equal(LiveConnection.InGame, (await run.AskAsync(Response(second))).Connection);
            }

            Assert.Contains("locked by another program", await paused, StringComparison.Ordinal);
            Assert.Contains("locked by another program", (await run.AskAsync(Response(20))).Game!.Recording.Fault!, StringComparison.Ordinal);
            await AssertStoredAsync(run, 1);
        }

        await PassAsync(run);
        await AssertStoredAsync(run, 21);
        Assert.Empty(await run.Games.GapsAsync(1, CancellationToken.None));
        Assert.Null((await run.PollAsync(Response(21))).Game!.Recording.Fault);
    }

    [Fact]
    public async Task Of_polls_that_wait_together_only_those_are_lost_that_cannot_be_stored()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Response(0));
        await using (var other = await LockAsync(run, "CREATE TRIGGER refuse BEFORE INSERT ON game_snapshots WHEN new.game_time_seconds = 4 BEGIN SELECT RAISE(ABORT, 'refused'); END"))
        {
            var paused = run.Log.NextAsync("Recording pauses");
            for (var second = 1; second < 10; second++)
            {
                await run.AskAsync(Response(second));
            }

            await paused;
            await new SqliteCommand("COMMIT", other).ExecuteNonQueryAsync();
        }

        await PassAsync(run);
        await AssertStoredAsync(run, 4);
    }

    [Fact]
    public async Task When_more_waits_than_memory_may_hold_the_newest_are_lost_and_told_as_a_gap()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Small(0));
        var asked = 1;
        await using (var other = await LockAsync(run))
        {
            await run.AskAsync(Small(asked++));
            await run.Log.NextAsync("Recording pauses");
            while (asked < 3_650)
            {
                // On a clock that stands still, so that the recorder does not try again and again.
                await run.AskAsync(Small(asked++), after: 0);
            }

            Assert.EndsWith("new ones are lost.", run.State.Game!.Recording.Fault!, StringComparison.Ordinal);
        }

        await PassAsync(run);
        await run.PollAsync(Small(asked));
        var game = (await run.Games.FindAsync(1, CancellationToken.None))!.Game;
        Assert.InRange(game.Polls, 3_601, asked - 1);
        var gap = Assert.Single(await run.Games.GapsAsync(1, CancellationToken.None));
        Assert.Equal((game.Polls - 1, game.Polls - 2.0, asked), (gap.Sequence, gap.FromGameTime, gap.ToGameTime));
        foreach (var (sequence, second) in ((int, int)[])[(0, 0), (61, 61), (game.Polls - 2, game.Polls - 2), (game.Polls - 1, asked)])
        {
            Assert.Equal(Small(second), System.Text.Encoding.UTF8.GetString((await run.ReplayAsync(1, sequence))!));
        }

        static string Small(int second) => Polls.Response(second, players: 1);
    }

    private static string Response(int second) => Polls.Response(second, response => response.Players()[second % 10]!["level"] = second);

    /// <summary>Another program in the middle of a change; it is undone when the connection closes.</summary>
    private static async Task<SqliteConnection> LockAsync(LiveRun run, string change = "UPDATE games SET is_starred = 1")
    {
        var other = new SqliteConnection(await run.QueryAsync(db => Task.FromResult(db.Database.GetConnectionString())) + ";Pooling=False");
        await other.OpenAsync();
        await new SqliteCommand("BEGIN IMMEDIATE;" + change, other).ExecuteNonQueryAsync();
        return other;
    }

    /// <summary>Lets seconds pass until all that waits is stored or given up.</summary>
    private static async Task PassAsync(LiveRun run)
    {
        var flushed = run.Recorder.FlushAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        while (!flushed.IsCompleted)
        {
            run.Clock.Advance(1);
            await Task.Yield();
        }

        await flushed;
    }

    private static async Task AssertStoredAsync(LiveRun run, int polls)
    {
        Assert.Equal(polls, (await run.Games.FindAsync(1, CancellationToken.None))!.Game.Polls);
        Assert.Equal(Enumerable.Range(0, polls), (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Select(moment => moment.Sequence));
        for (var sequence = 0; sequence < polls; sequence++)
        {
            Assert.Equal(Response(sequence), System.Text.Encoding.UTF8.GetString((await run.ReplayAsync(1, sequence))!));
        }
    }
}
