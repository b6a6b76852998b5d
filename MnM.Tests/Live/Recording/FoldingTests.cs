using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live.Recording;

public sealed class FoldingTests
{
    private const int Recorded = 700;

    [Fact]
    public async Task A_folded_game_reads_as_it_did_before()
    {
        await using var run = await RecordAsync();
        var moments = (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable;
        Assert.Equal((Recorded + 59) / 60, await run.Folder.FoldAsync(1, CancellationToken.None));

        Assert.Equal(0, await run.QueryAsync(db => db.GameSnapshots.CountAsync()));
        Assert.Equal(moments, (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable);
        await AssertReadableAsync(run);
        var view = await run.Replay.ViewAtAsync(1, 350.5, CancellationToken.None);
        Assert.Equal((350, 350.0), (view!.Sequence, view.GameTime));
        var changes = await run.Replay.ChangesAsync(1, 200, 500, CancellationToken.None);
        Assert.Equal(Enumerable.Range(200, 301), changes.Select(change => change.Moment.Sequence));
        Assert.Equal([240, 300, 360, 420, 480], changes.Where(change => change.Delta is null).Select(change => change.Moment.Sequence));
    }

    [Fact]
    public async Task The_timeline_has_a_row_per_player_and_ten_seconds()
    {
        await using var run = await RecordAsync();
        await run.Folder.FoldAsync(1, CancellationToken.None);
        var rows = await run.QueryAsync(db => db.PlayerTimeline.AsNoTracking().OrderBy(row => row.Second).ThenBy(row => row.Slot).ToListAsync());
        Assert.Equal(10 * Recorded / 10, rows.Count);
        Assert.All(rows.Where(row => row.Slot == 3), row => Assert.Equal(1 + (row.Second / 40), row.Level));
        Assert.Equal("1055,3340", rows[0].Items);
    }

    [Fact]
    public async Task The_timeline_takes_the_first_poll_of_ten_seconds_though_a_segment_ends_within_them()
    {
        await using var run = await LiveRun.StartAsync();
        for (var second = 5; second < 135; second++)
        {
            var level = second;
            await run.PollAsync(Polls.Response(second, response => response.Players()[3]!["level"] = level));
        }

        Assert.Equal(3, await run.Folder.FoldAsync(1, CancellationToken.None));
        var rows = await run.QueryAsync(db => db.PlayerTimeline.AsNoTracking().Where(row => row.Slot == 3).OrderBy(row => row.Second).ToListAsync());
        Assert.Equal([5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130], rows.Select(row => row.Level));
    }

    [Fact]
    public async Task A_kill_between_two_segments_loses_nothing()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var first = await RecordAsync(folder, clock))
        {
            Assert.True(await first.Folder.FoldNextAsync(1, CancellationToken.None));
            await AssertReadableAsync(first);
        }

        await using var second = await LiveRun.StartAsync(folder, clock);
        Assert.Equal([1], await second.Folder.FindAsync(DateTimeOffset.MaxValue, CancellationToken.None));
        await second.Folder.FoldAsync(1, CancellationToken.None);
        await AssertReadableAsync(second);
        Assert.Empty(await second.Folder.FindAsync(DateTimeOffset.MaxValue, CancellationToken.None));
    }

    [Fact]
    public async Task A_transaction_that_fails_changes_nothing()
    {
        await using var run = await RecordAsync();
        await run.QueryAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER full BEFORE DELETE ON game_snapshots WHEN old.sequence = 30 BEGIN SELECT RAISE(ABORT, 'disk full'); END"));
        await Assert.ThrowsAnyAsync<Exception>(() => run.Folder.FoldNextAsync(1, CancellationToken.None));
        Assert.Equal(Recorded, await run.QueryAsync(db => db.GameSnapshots.CountAsync()));
        Assert.Equal(0, await run.QueryAsync(db => db.SnapshotSegments.CountAsync()));
        Assert.Equal(0, await run.QueryAsync(db => db.PlayerTimeline.CountAsync()));
    }

    [Fact]
    public async Task A_corrupt_segment_is_named_and_the_rest_is_readable()
    {
        await using var run = await RecordAsync();
        await run.Folder.FoldAsync(1, CancellationToken.None);
        var damaged = await run.QueryAsync(async db =>
        {
            var segment = await db.SnapshotSegments.OrderBy(row => row.FirstSequence).Skip(1).FirstAsync();
            segment.Payload[segment.Payload.Length / 2] ^= 1;
            db.Entry(segment).Property(row => row.Payload).IsModified = true;
            await db.SaveChangesAsync();
            return segment;
        });

        var fault = await Assert.ThrowsAsync<FormatException>(() => run.Replay.FindAsync(1, damaged.FirstSequence, CancellationToken.None));
        Assert.Contains($"polls {damaged.FirstSequence} to {damaged.LastSequence}", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(await run.Replay.FindAsync(1, damaged.FirstSequence - 1, CancellationToken.None));
        Assert.NotNull(await run.Replay.FindAsync(1, damaged.LastSequence + 1, CancellationToken.None));
        Assert.Equal(Recorded, (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_damaged_poll_is_named_and_keeps_no_later_game_from_being_folded(int sequence)
    {
        await using var run = await RecordAsync();
        await run.PollAsync(Response(0), after: 60);
        await run.PollAsync(Response(1, "GameEnd"));
        await run.QueryAsync(db => db.GameSnapshots.Where(row => row.GameId == 1 && row.Sequence == sequence)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, new byte[] { 1, 2, 3 })));
        var fault = await Assert.ThrowsAsync<FormatException>(() => run.Folder.FoldAsync(1, CancellationToken.None));
        Assert.StartsWith("The recording of game 1 is damaged in polls 0 to ", fault.Message, StringComparison.Ordinal);

        run.Clock.Advance(3600);
        var loop = run.Services.GetRequiredService<RecordingLoop>();
        await loop.FoldAsync(CancellationToken.None);
        await loop.FoldAsync(CancellationToken.None);
        Assert.Equal(1, await run.QueryAsync(db => db.SnapshotSegments.CountAsync(segment => segment.GameId == 2)));
        Assert.Equal(Recorded, await run.QueryAsync(db => db.GameSnapshots.CountAsync(row => row.GameId == 1)));
        Assert.Single(run.Log.Lines, line => line.Contains("is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_game_is_not_folded_while_it_is_polled()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Response(0));
        Assert.Empty(await run.Folder.FindAsync(DateTimeOffset.MaxValue, CancellationToken.None));
        await run.PollAsync(Response(1, "GameEnd"));
        Assert.Empty(await run.Folder.FindAsync(run.Clock.GetUtcNow().AddSeconds(-30), CancellationToken.None));
        Assert.Equal([1], await run.Folder.FindAsync(run.Clock.GetUtcNow().AddSeconds(30), CancellationToken.None));
    }

    private static async Task<LiveRun> RecordAsync(TemporaryFolder? folder = null, SimulatorClock? clock = null)
    {
        var run = await LiveRun.StartAsync(folder, clock);
        for (var second = 0; second < Recorded; second++)
        {
            await run.PollAsync(Response(second, second == Recorded - 1 ? "GameEnd" : null));
        }

        return run;
    }

    private static async Task AssertReadableAsync(LiveRun run)
    {
        for (var sequence = 0; sequence < Recorded; sequence += 23)
        {
            var poll = await run.Replay.FindAsync(1, sequence, CancellationToken.None);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(sequence)), JsonNode.Parse(poll!.Response.Span)), $"poll {sequence}");
        }

        Assert.Null(await run.Replay.FindAsync(1, Recorded, CancellationToken.None));
    }

    private static string Response(int second, string? told = null) => Polls.Response(second, response =>
    {
        response.Players()[3]!["level"] = 1 + (second / 40);
        response.Players()[5]!["scores"]!["wardScore"] = (double)(float)(second * 0.37);
        response["activePlayer"]!["currentGold"] = (double)(float)(500 + (second * 2.04));
        if (told is not null)
        {
            response.Events().Add((JsonNode)Polls.Event(1, told, second, ("Result", "Win")));
        }
    });
}
