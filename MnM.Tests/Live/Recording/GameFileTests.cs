using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Live.Recording.Files;

namespace MnM.Tests.Live.Recording;

/// <summary>A recording leaves one MnM as a file and is opened by another.</summary>
public sealed class GameFileTests
{
    private const string Damaged = "This is no game file, or it is damaged.";

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

        var id = (await from.Games.ListAsync(100, 0, CancellationToken.None)).Games.MaxBy(one => one.Polls)!.Id;
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
        Assert.Single((await to.Games.ListAsync(10, 0, CancellationToken.None)).Games);
    }

    [Fact]
    public async Task Opened_where_it_was_recorded_the_own_game_stays_as_it_is_and_the_next_one_gets_its_number()
    {
        await using var run = await LiveRun.StartAsync();
        var own = await PlayAsync(run, 70);
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
    public async Task Names_that_hold_SQL_and_markup_are_only_names()
    {
        const string Name = "<b>x</b>'); DROP TABLE games; --";
        await using var from = await LiveRun.StartAsync();
        await using var to = await LiveRun.StartAsync();
        await from.PollAsync(Polls.Response(60, response => response.Players()[3]!["riotIdGameName"] = Name), after: 6);
        await EndAsync(from, 1);

        var id = (await OpenAsync(to, await WriteAsync(from, 1))).GameId!.Value;

        Assert.Equal(Name, (await to.Games.FindAsync(id, CancellationToken.None))!.Players[3].GameName);
    }

    [Fact]
    public async Task What_is_cut_off_at_any_place_is_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var file = await WriteAsync(run, await PlayAsync(run, 20));
        for (var length = 0; length < file.Length; length += 1 + (file.Length / 60))
        {
            await AssertRefusedAsync(run, file[..length]);
        }

        var lines = Lines(file);
        for (var count = 0; count < lines.Count; count++)
        {
            await AssertRefusedAsync(run, Pack(lines.Take(count)));
        }
    }

    [Fact]
    public async Task Whatever_bit_is_flipped_the_file_is_refused_or_the_same_game()
    {
        await using var run = await LiveRun.StartAsync();
        var file = await WriteAsync(run, await PlayAsync(run, 20));
        var id = (await OpenAsync(run, file)).GameId;
        var random = new Random(3);
        for (var round = 0; round < 150; round++)
        {
            var flipped = file.ToArray();
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            var opened = await OpenAsync(run, flipped);
            Assert.True(opened.Fault is not null || (opened.GameId == id && !opened.IsNew), $"round {round}");
        }

        Assert.Equal(2, (await run.Games.ListAsync(10, 0, CancellationToken.None)).Total);
    }

    [Theory]
    [InlineData(0, "\"version\":1", "\"version\":2", "This file was made by a newer MnM.")]
    [InlineData(0, "\"version\":1", "\"version\":0", Damaged)]
    [InlineData(0, "mnmgame", "other", "This is no game file.")]
    [InlineData(0, "\"format\":\"mnmgame\",", "", Damaged)]
    [InlineData(0, "\"polls\":21", "\"polls\":-1", Damaged)]
    [InlineData(0, "\"polls\":21", "\"polls\":300000", Damaged)]
    [InlineData(0, "\"polls\":21", "\"polls\":20", Damaged)]
    [InlineData(0, "\"started_at\":\"20", "\"started_at\":\"99", "The game file tells a time at which no game can have been.")]
    [InlineData(0, "\"end_reason\":\"game_end\"", "\"end_reason\":\"<b>over</b>\"", "The game file holds words that no game has.")]
    [InlineData(1, "\"at\":\"20", "\"at\":\"10", Damaged)]
    [InlineData(1, "\"response\"", "\"delta\"", Damaged)]
    [InlineData(1, "\"at\"", "\"gap\":\"no reason\",\"at\"", Damaged)]
    [InlineData(1, "CLASSIC", "BRAWL", "Riot does not approve that Brawl is kept or shown, so MnM does not open it.")]
    [InlineData(1, "\"gameTime\":60", "\"gameTime\":1e300", "The game file holds what no game tells.")]
    [InlineData(2, "\"delta\":", "\"delta\":{\"allPlayers\":{\"#\":2000000000}},\"x\":", Damaged)]
    [InlineData(2, "\"delta\":", "\"delta\":{\"nowhere\":{\"a\":[1]}},\"x\":", Damaged)]
    [InlineData(2, "\"delta\":", "\"delta\":7,\"x\":", Damaged)]
    public async Task A_file_that_proves_itself_and_holds_nonsense_is_refused(int line, string was, string now, string fault)
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 20)));
        Assert.Contains(was, lines[line], StringComparison.Ordinal);
        lines[line] = lines[line].Replace(was, now, StringComparison.Ordinal);

        var opened = await OpenAsync(run, Pack(Signed(lines)));

        Assert.Equal(fault, opened.Fault);
        Assert.Equal(1, (await run.Games.ListAsync(10, 0, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_name_without_end_is_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 20)));
        lines[1] = lines[1].Replace("\"riotIdGameName\":\"", $"\"riotIdGameName\":\"{new string('x', 100_000)}", StringComparison.Ordinal);

        Assert.Equal("The game file holds what no game tells.", (await OpenAsync(run, Pack(Signed(lines)))).Fault);
    }

    [Fact]
    public async Task A_bomb_is_refused_after_what_a_game_may_have()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 5)));
        var blanks = new string(' ', 8 * 1024 * 1024);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var tooLong = await OpenAsync(run, Pack([.. lines.Take(2), blanks + blanks + blanks]));
        var tooMany = await OpenAsync(run, Pack([lines[0].Replace("\"polls\":6", "\"polls\":100000", StringComparison.Ordinal), lines[1], .. Enumerable.Repeat(lines[2] + blanks[..4_000_000], 140)]));

        Assert.Equal("The game file expands to more than any game has.", tooLong.Fault);
        Assert.Equal("The game file expands to more than any game has.", tooMany.Fault);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 100_000_000);
    }

    [Fact]
    public async Task Lists_that_multiply_each_other_are_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 5)));
        lines[1] = lines[1].Replace("\"response\":{", "\"response\":{\"a\":[[[\"long enough to matter\"]]],", StringComparison.Ordinal);
        var copies = $"{{\"#\":1000,\"@\":[{string.Join(',', Enumerable.Repeat("0", 1000))}]}}";
        string[] deltas = [$"{{\"a\":{{\"0\":{{\"0\":{copies}}}}}}}", $"{{\"a\":{{\"0\":{copies}}}}}", $"{{\"a\":{copies}}}"];
        var before = lines[2][..lines[2].IndexOf("\"delta\"", StringComparison.Ordinal)];

        var opened = await OpenAsync(run, Pack(Signed([lines[0].Replace("\"polls\":6", "\"polls\":4", StringComparison.Ordinal), lines[1], .. deltas.Select(delta => $"{before}\"delta\":{delta}}}"), lines[^1]])));

        Assert.Equal(Damaged, opened.Fault);
    }

    [Fact]
    public async Task Only_what_is_recorded_and_over_can_be_written()
    {
        await using var run = await LiveRun.StartAsync();
        var writer = run.Services.GetRequiredService<GameFileWriter>();
        await run.PollAsync(Polls.Response(60), after: 6);

        Assert.Equal(GameFileResult.Running, await writer.WriteAsync(1, Stream.Null, CancellationToken.None));
        Assert.Equal(GameFileResult.NoGame, await writer.WriteAsync(2, Stream.Null, CancellationToken.None));
        await EndAsync(run, 1);
        Assert.Equal(GameFileResult.Written, await writer.WriteAsync(1, Stream.Null, CancellationToken.None));
        await run.Recordings.DeleteAsync(1, CancellationToken.None);
        Assert.Equal(GameFileResult.NotRecorded, await writer.WriteAsync(1, Stream.Null, CancellationToken.None));
    }

    internal static async Task<byte[]> WriteAsync(LiveRun run, long id)
    {
        using var file = new MemoryStream();
        Assert.Equal(GameFileResult.Written, await run.Services.GetRequiredService<GameFileWriter>().WriteAsync(id, file, CancellationToken.None));
        return file.ToArray();
    }

    internal static Task<ImportedGame> OpenAsync(LiveRun run, byte[] file) => run.Services.GetRequiredService<GameFileImport>().ImportAsync(new MemoryStream(file), null, CancellationToken.None);

    /// <summary>Plays a game to its end, with a kill every ten seconds.</summary>
    internal static async Task<long> PlayAsync(LiveRun run, int seconds)
    {
        for (var n = 0; n <= seconds; n++)
        {
            var second = n;
            await run.PollAsync(
                Polls.Response(60 + second, response =>
                {
                    response.Players()[0]!["scores"]!["kills"] = second / 10;
                    for (var kill = 0; kill < second / 10; kill++)
                    {
                        response.Events().Add(Polls.Event(response.Events().Count, "ChampionKill", 70 + (kill * 10), ("KillerName", "Player 0"), ("VictimName", "Player 7"), ("Assisters", new JsonArray())));
                    }

                    if (second == seconds)
                    {
                        response.Events().Add(Polls.Event(response.Events().Count, "GameEnd", 60 + second, ("Result", "Win")));
                    }
                }),
                after: n == 0 ? 6 : 1);
        }

        return run.State.Game!.GameId;
    }

    private static async Task AssertRefusedAsync(LiveRun run, byte[] file)
    {
        var opened = await OpenAsync(run, file);
        Assert.Null(opened.GameId);
        Assert.NotNull(opened.Fault);
        Assert.Equal(1, (await run.Games.ListAsync(10, 0, CancellationToken.None)).Total);
    }

    private static Task<int> EndAsync(LiveRun run, long id) => run.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE games SET is_live = 0, end_reason = 'restart' WHERE id = {id}"));

    private static List<string> Lines(byte[] file)
    {
        using var plain = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
        return [.. plain.ReadToEnd().Split('\n')[..^1]];
    }

    private static IEnumerable<string> Signed(List<string> lines)
    {
        var before = string.Concat(lines.SkipLast(1).Select(line => line + '\n'));
        return [.. lines.SkipLast(1), $"{{\"end\":{lines.Count - 2},\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before)))}\"}}"];
    }

    private static byte[] Pack(IEnumerable<string> lines)
    {
        using var file = new MemoryStream();
        using (var packed = new StreamWriter(new GZipStream(file, CompressionLevel.Fastest)))
        {
            foreach (var line in lines)
            {
                packed.Write(line);
                packed.Write('\n');
            }
        }

        return file.ToArray();
    }

    private static Task<string> DumpAsync(LiveRun run, long id) => run.QueryAsync(async db =>
    {
        var rows = new List<object>
        {
            await db.Games.AsNoTracking().SingleAsync(game => game.Id == id),
            await db.PlayersInGames.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Slot).ToListAsync(),
            await db.GameEvents.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Ordinal).ToListAsync(),
            await db.GameSnapshots.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Sequence).ToListAsync(),
        };
        return JsonSerializer.Serialize(rows);
    });
}
