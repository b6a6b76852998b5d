using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;
using MnM.Tests.History.Time;
using MnM.Web.Players;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.Matches.Pool;

/// <summary>A player's stored matches, page by page.</summary>
public sealed class RecentMatchesTests : IDisposable
{
    private static readonly string Me = StoredGames.Id('m');
    private static readonly CancellationToken End = CancellationToken.None;
    private readonly StoredGames _stored = new();

    private RecentMatches Recent => new(_stored);

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_and_without_a_match_twice_also_where_several_began_at_once()
    {
        for (var number = 10; number < 35; number++)
        {
            await AddAsync(number, $"2026-11-{1 + ((number - 10) / 5):00} 12:00");
        }

        var player = await PlayerAsync();
        var (seen, cursor) = (new List<string>(), (MatchCursor?)null);
        while (await Recent.PageAsync(player, PoolFilter.None, cursor, 0, 4, End) is [.., var last] page)
        {
            seen.AddRange(page.Select(played => played.Match.Id));
            cursor = MatchCursor.After(last);
        }

        Assert.Equal(Enumerable.Range(10, 25).Reverse().Select(number => $"EUW1_{number}"), seen);
        Assert.Equal(25, await Recent.CountAsync(player, PoolFilter.None, End));
    }

    [Fact]
    public async Task A_window_reads_on_from_the_nearest_end_and_leaps_where_somebody_does()
    {
        for (var number = 10; number < 40; number++)
        {
            await AddAsync(number, $"2026-11-{number - 9:00} 12:00");
        }

        var window = new MatchWindow(Recent, await PlayerAsync(), PoolFilter.None);
        foreach (var (start, count) in new[] { (0, 5), (20, 5), (5, 10), (2, 3), (23, 50), (30, 5) })
        {
            var (page, total) = await window.ReadAsync(start, count, End);
            Assert.Equal(30, total);
            Assert.Equal(Enumerable.Range(10, 30).Reverse().Skip(start).Take(count).Select(number => $"EUW1_{number}"), page.Select(played => played.Match.Id));
        }
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_names()
    {
        await AddAsync(1, "2026-11-01 12:00");
        await AddAsync(2, "2026-11-02 12:00", match => match.QueueId = 440);
        await AddAsync(3, "2026-11-03 12:00", match => match.Patch = "16.21");
        await AddAsync(4, "2026-11-04 12:00", participant: one => one.ChampionId = 99);
        await AddAsync(5, "2026-11-05 12:00", participant: one => one.Position = "TOP");
        await AddAsync(6, "2026-11-06 12:00", participant: one => one.Win = false);
        await AddAsync(7, "2026-11-07 12:00", match => match.IsRemake = true);
        await AddAsync(8, "2026-11-08 12:00", match => match.EndReason = "Abort_Unexpected");
        var player = await PlayerAsync();
        await IsAsync([2], new PoolFilter { Queue = 440 });
        await IsAsync([3], new PoolFilter { Patch = "16.21" });
        await IsAsync([4], new PoolFilter { Champion = 99 });
        await IsAsync([5], new PoolFilter { Role = "TOP" });
        await IsAsync([6], new PoolFilter { Result = MatchResult.Lost });
        await IsAsync([8, 7], new PoolFilter { Result = MatchResult.None });
        await IsAsync([5, 4, 3, 2, 1], new PoolFilter { Result = MatchResult.Won });
        await IsAsync([4, 3], new PoolFilter { From = At("2026-11-03 12:00"), Before = At("2026-11-05 12:00") });

        async Task IsAsync(int[] numbers, PoolFilter filter)
        {
            Assert.Equal(numbers.Select(number => $"EUW1_{number}"), (await Recent.PageAsync(player, filter, null, 0, 50, End)).Select(played => played.Match.Id));
            Assert.Equal(numbers.Length, await Recent.CountAsync(player, filter, End));
        }
    }

    [Fact]
    public async Task Brawl_is_not_shown_nor_what_has_no_place_in_time_nor_what_others_played()
    {
        await AddAsync(1, "2026-11-01 12:00", match => match.Mode = "BRAWL");
        await AddAsync(2, "2026-11-02 12:00", match => match.QueueId = 2300);
        await AddAsync(3, null, match => match.EndReason = "Abort_Unexpected");
        await using (var db = _stored.CreateDbContext())
        {
            await StoredGames.AddMatchAsync(db, 4, At("2026-11-04 12:00"), [StoredGames.Id('x'), null]);
        }

        Assert.Equal(0, await Recent.CountAsync(await PlayerAsync(), PoolFilter.None, End));
    }

    [Fact]
    public async Task A_key_of_another_product_loses_no_matches()
    {
        await AddAsync(1, "2026-11-01 12:00");
        await using (var db = _stored.CreateDbContext())
        {
            await StoredGames.AddMatchAsync(db, 2, At("2026-11-02 12:00"), [StoredGames.Id('n')]);
        }

        Assert.Equal(["EUW1_2", "EUW1_1"], (await Recent.PageAsync(await PlayerAsync(Me, StoredGames.Id('n')), PoolFilter.None, null, 0, 5, End)).Select(played => played.Match.Id));
    }

    [Fact]
    public async Task A_page_is_read_by_the_index_in_its_order_however_far_down_it_lies()
    {
        await using var db = _stored.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        foreach (var after in new[] { null, new MatchCursor(At("2026-11-01 12:00"), "EUW1_1") })
        {
            using var command = RecentMatches.Page(db, [Me], PoolFilter.None, after).Take(20).CreateDbCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            var steps = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }

            var search = Assert.Single(steps, step => step.StartsWith("SEARCH m USING INDEX IX_match_participants_puuid_started_at (puuid=?", StringComparison.Ordinal));
            Assert.Equal(after is not null, search.Contains("started_at<?", StringComparison.Ordinal));
            Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));

            // Matches that began at the same moment alone are sorted.
            Assert.DoesNotContain(steps, step => step == "USE TEMP B-TREE FOR ORDER BY");
        }
    }

    public void Dispose() => _stored.Dispose();

    private async Task AddAsync(int number, string? start, Action<Match>? match = null, Action<MatchParticipant>? participant = null)
    {
        await using var db = _stored.CreateDbContext();
        await StoredGames.AddMatchAsync(db, number, start is null ? null : At(start), [Me], match, participant);
    }

    private async Task<KnownPlayer> PlayerAsync(params string[] ids)
    {
        await using (var db = _stored.CreateDbContext())
        {
            await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", ids.Length > 0 ? ids : [Me]);
        }

        return (await new PlayerQueries(_stored).FindAsync(PlayerPath.Of("Nightjar", "EUW"), End))!;
    }
}
