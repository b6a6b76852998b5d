using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Live.Recording.Files;
using static MnM.Tests.Live.Recording.GameFiles;

namespace MnM.Tests.Live.Recording;

/// <summary>A recording leaves one MnM as a file and is opened by another.</summary>
public sealed class GameFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_poll_comes_back_whether_the_recording_is_folded_or_not(bool folded)
    {
        await using var from = await LiveRun.StartAsync();
        var game = new RandomGame(folded ? 7 : 8);
        for (var n = 0; n < 200; n++)
        {
            await from.PollAsync(Encoding.UTF8.GetString(game.Next()), after: n == 100 ? 30 : 1);
        }

        var id = (await from.Games.ListAsync(onlyMatched: false, 100, 0, CancellationToken.None)).Games.MaxBy(one => one.Polls)!.Id;
        await EndAsync(from, id);
        if (folded)
        {
            await from.Folder.FoldAsync(id, CancellationToken.None);
        }

        await using var to = await LiveRun.StartAsync();
        var file = await WriteAsync(from, id);
        var opened = await OpenAsync(to, file);

        Assert.Equal((true, null), (opened.IsNew, opened.Fault));
        var (moments, expected) = (await to.Replay.MomentsAsync(opened.GameId!.Value, CancellationToken.None), await from.Replay.MomentsAsync(id, CancellationToken.None));
        Assert.Equal(expected.Readable, moments.Readable);
        foreach (var moment in moments.Readable)
        {
            var (was, now) = (await from.ReplayAsync(id, moment.Sequence), await to.ReplayAsync(opened.GameId.Value, moment.Sequence));
            using var expectedPoll = JsonDocument.Parse(was!, DeltaCodec.Parsing);
            using var poll = JsonDocument.Parse(now!, DeltaCodec.Parsing);
            Assert.True(DeepEquality.AreEqual(expectedPoll.RootElement, poll.RootElement), $"Poll {moment.Sequence} differs");
        }

        Assert.Equal(
            (await from.Games.GapsAsync(id, CancellationToken.None)).Select(gap => (gap.Sequence, gap.FromGameTime, gap.ToGameTime, gap.Reason)),
            (await to.Games.GapsAsync(opened.GameId.Value, CancellationToken.None)).Select(gap => (gap.Sequence, gap.FromGameTime, gap.ToGameTime, gap.Reason)));
    }

    [Fact]
    public async Task The_game_has_its_people_events_and_timeline_and_is_marked()
    {
        await using var from = await LiveRun.StartAsync();
        var id = await PlayAsync(from, 90);
        await using var to = await LiveRun.StartAsync();

        var opened = (await OpenAsync(to, await WriteAsync(from, id))).GameId!.Value;

        var (was, now) = ((await from.Games.FindAsync(id, CancellationToken.None))!, (await to.Games.FindAsync(opened, CancellationToken.None))!);
        Assert.InRange(opened, -(1L << 48) - 1, -1);
        Assert.Equal(to.Clock.GetUtcNow(), now.Game.ImportedAt);
        Assert.Equal(
            (was.Game.GameMode, was.Game.MapName, was.Game.StartedAt, was.Game.EndedAt, was.Game.EndReason, was.Game.WinningTeam, was.Game.GameLengthSeconds, was.Game.Polls, false),
            (now.Game.GameMode, now.Game.MapName, now.Game.StartedAt, now.Game.EndedAt, now.Game.EndReason, now.Game.WinningTeam, now.Game.GameLengthSeconds, now.Game.Polls, now.Game.IsLive));
        Assert.Equal(was.Players.Select(one => (one.Slot, one.DisplayName, one.Kills, one.IsActivePlayer)), now.Players.Select(one => (one.Slot, one.DisplayName, one.Kills, one.IsActivePlayer)));
        Assert.Equal(was.Events.Select(one => (one.Ordinal, one.Payload)), now.Events.Select(one => (one.Ordinal, one.Payload)));
        Assert.NotEmpty(now.Events);
        await from.Folder.FoldAsync(id, CancellationToken.None);
        Assert.Equal(
            (await from.Games.TimelineAsync(id, CancellationToken.None)).Select(row => (row.Second, row.Slot, row.Kills, row.Cs)),
            (await to.Games.TimelineAsync(opened, CancellationToken.None)).Select(row => (row.Second, row.Slot, row.Kills, row.Cs)));
    }

    [Fact]
    public async Task The_same_file_twice_is_the_same_game_and_so_is_what_is_written_of_it()
    {
        await using var from = await LiveRun.StartAsync();
        var file = await WriteAsync(from, await PlayAsync(from, 70));
        await using var to = await LiveRun.StartAsync();

        var first = await OpenAsync(to, file);
        var second = await OpenAsync(to, file);
        var again = await OpenAsync(to, await WriteAsync(to, first.GameId!.Value));

        Assert.True(first.IsNew);
        Assert.Equal(new ImportedGame(first.GameId, false, null), second);
        Assert.Equal(second, again);
        Assert.Single((await to.Games.ListAsync(onlyMatched: false, 10, 0, CancellationToken.None)).Games);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Opened_where_it_was_recorded_the_own_game_stays_as_it_is_and_the_next_one_gets_its_number(bool folded)
    {
        await using var run = await LiveRun.StartAsync();
        var own = await PlayAsync(run, 70);
        if (folded)
        {
            await run.Folder.FoldAsync(own, CancellationToken.None);
        }

        await run.QueryAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO game_gaps (game_id, sequence, last_polled_at, next_polled_at, from_game_time, to_game_time, reason) SELECT id, 5, started_at, started_at, 64, 65, 'restart' FROM games WHERE id = {own}"));
        await run.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE games SET riot_match_id = 'EUW1_7', client_game_id = 7 WHERE id = {own}"));
        var before = await DumpAsync(run, own);

        var opened = (await OpenAsync(run, await WriteAsync(run, own))).GameId!.Value;

        Assert.NotEqual(own, opened);
        Assert.Equal(before, await DumpAsync(run, own));
        Assert.Equal((null, null), ((await run.Games.FindAsync(opened, CancellationToken.None))!.Game.RiotMatchId, (await run.Games.FindAsync(opened, CancellationToken.None))!.Game.ClientGameId));
        var (next, unfinished, last) = await run.Services.GetRequiredService<LiveStore>().LoadAsync(run.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Equal((own + 1, own), (next, last!.GameId));
        Assert.DoesNotContain(unfinished, game => game.Game.Id == opened);
    }

    [Fact]
    public async Task On_a_machine_that_recorded_nothing_the_first_own_game_is_number_one()
    {
        await using var from = await LiveRun.StartAsync();
        var file = await WriteAsync(from, await PlayAsync(from, 10));
        await using var to = await LiveRun.StartAsync();
        await OpenAsync(to, file);

        var (next, unfinished, last) = await to.Services.GetRequiredService<LiveStore>().LoadAsync(to.Clock.GetUtcNow(), CancellationToken.None);

        Assert.Equal((1, 0, null), (next, unfinished.Count, last));
    }

    [Fact]
    public async Task Of_a_deleted_game_from_a_file_nothing_is_left()
    {
        await using var from = await LiveRun.StartAsync();
        var file = await WriteAsync(from, await PlayAsync(from, 70));
        await using var to = await LiveRun.StartAsync();
        var id = (await OpenAsync(to, file)).GameId!.Value;

        Assert.Equal(0, await to.Recordings.DeleteOlderAsync(to.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal(RecordingDeletion.Deleted, await to.Recordings.DeleteAsync(id, CancellationToken.None));

        Assert.Null(await to.Games.FindAsync(id, CancellationToken.None));
        Assert.Empty(await to.Games.TimelineAsync(id, CancellationToken.None));
        Assert.True((await OpenAsync(to, file)).IsNew);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_of_it_is_stored_and_with_room_the_same_file_is_opened()
    {
        await using var from = await LiveRun.StartAsync();
        var file = await WriteAsync(from, await PlayAsync(from, 90));
        var disk = new SmallDisk();
        await using var to = await LiveRun.StartAsync(interceptors: disk);
        await disk.LeaveAsync(to, 0);

        var full = await OpenAsync(to, file);

        Assert.Equal(new ImportedGame(null, false, "The disk is full; the game was not stored."), full);
        Assert.Equal(0, await to.QueryAsync(async db => await db.Games.CountAsync() + await db.PlayersInGames.CountAsync() + await db.GameEvents.CountAsync()));
        disk.Pages = 100_000;
        Assert.True((await OpenAsync(to, file)).IsNew);
    }

    [Fact]
    public async Task Only_what_is_recorded_and_over_can_be_written()
    {
        await using var run = await LiveRun.StartAsync();
        var writer = run.Services.GetRequiredService<GameFileWriter>();
        await run.PollAsync(Polls.Response(60), after: 6);

        Assert.Equal(GameFileResult.Running, await writer.WriteAsync(1, new MemoryStream(), CancellationToken.None));
        Assert.Equal(GameFileResult.NoGame, await writer.WriteAsync(2, new MemoryStream(), CancellationToken.None));
        await EndAsync(run, 1);
        Assert.Equal(GameFileResult.Written, await writer.WriteAsync(1, new MemoryStream(), CancellationToken.None));
        await run.Recordings.DeleteAsync(1, CancellationToken.None);
        Assert.Equal(GameFileResult.NotRecorded, await writer.WriteAsync(1, new MemoryStream(), CancellationToken.None));
    }

    [Fact]
    public async Task A_recording_with_an_answer_that_no_file_may_hold_makes_none()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(60), after: 6);
        await run.PollAsync(Polls.Response(61, response => response["unknown"] = new string('x', 1_200_000)));
        await run.PollAsync(Polls.Response(62));
        await EndAsync(run, 1);

        var refused = await Assert.ThrowsAsync<RefusedFileException>(() => run.Services.GetRequiredService<GameFileWriter>().WriteAsync(1, new MemoryStream(), CancellationToken.None));

        Assert.Equal("The game file expands to more than any game has.", refused.Message);
        Assert.Equal(3, (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Count);
    }

    [Fact]
    public async Task A_recording_with_a_name_that_no_MnM_opens_makes_no_file()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(60, response => response["gameData"]!["gameMode"] = new string('x', 200)), after: 6);
        await EndAsync(run, 1);

        var refused = await Assert.ThrowsAsync<RefusedFileException>(() => run.Services.GetRequiredService<GameFileWriter>().WriteAsync(1, new MemoryStream(), CancellationToken.None));

        Assert.Equal("The game file holds what no game tells.", refused.Message);
    }

    private static Task<string> DumpAsync(LiveRun run, long id) => run.QueryAsync(async db =>
    {
        var rows = new List<object>
        {
            await db.Games.AsNoTracking().SingleAsync(game => game.Id == id),
            await db.PlayersInGames.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Slot).ToListAsync(),
            await db.GameEvents.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Ordinal).ToListAsync(),
            await db.GameGaps.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Sequence).ToListAsync(),
            await db.GameSnapshots.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Sequence).ToListAsync(),
            await db.SnapshotSegments.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.FirstSequence).ToListAsync(),
            await db.PlayerTimeline.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Second).ThenBy(row => row.Slot).ToListAsync(),
        };
        Assert.NotEmpty((List<GameGap>)rows[3]);
        Assert.True(((List<GameSnapshot>)rows[4]).Count > 0 != ((List<SnapshotSegment>)rows[5]).Count > 0);
        return JsonSerializer.Serialize(rows);
    });
}
