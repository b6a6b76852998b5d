using MnM.Collector.Insights;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Tests.History.Time;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.Insights.Stories;

/// <summary>With whom somebody is compared.</summary>
public sealed class GapFinderTests : IDisposable
{
    private static readonly string Me = StoredGames.Id('m');
    private static readonly CancellationToken End = CancellationToken.None;
    private readonly StoredGames _stored = new();

    private GapFinder Gaps => new(_stored);

    [Fact]
    public async Task The_own_average_is_of_the_same_role_before_the_match_by_whatever_id()
    {
        await AddAsync(1, "2026-11-01 12:00", Me, cs: 100);
        await AddAsync(2, "2026-11-02 12:00", StoredGames.Id('n'), cs: 200);
        await AddAsync(3, "2026-11-03 12:00", Me, cs: 900, change: one => one.Position = "TOP");
        await AddAsync(4, "2026-11-04 12:00", Me, cs: 900, match: match => match.IsRemake = true);
        await AddAsync(5, "2026-11-05 12:00", Me, cs: 900);
        var gap = await CsAsync(Question() with { Puuids = [Me, StoredGames.Id('n')] });
        Assert.Equal((2, 150 * 60.0 / 1790), (gap.Usual!.Games, gap.Usual.Mean), (left, right) => left.Item1 == right.Item1 && Math.Abs(left.Item2 - right.Item2) < 1e-9);
        Assert.Null(gap.Others);
    }

    [Fact]
    public async Task Others_are_those_of_the_same_role_in_queues_of_the_family()
    {
        await AddAsync(1, "2026-11-01 12:00", StoredGames.Id('a'), cs: 100);
        await AddAsync(2, "2026-11-09 12:00", StoredGames.Id('b'), cs: 200, match: match => match.QueueId = 440);
        await AddAsync(3, "2026-11-03 12:00", StoredGames.Id('c'), cs: 900, match: match => match.QueueId = 400);
        await AddAsync(4, "2026-11-04 12:00", StoredGames.Id('d'), cs: 900, change: one => one.Position = "TOP");
        await AddAsync(5, "2026-11-05 12:00", StoredGames.Id('e'), cs: 900, match: match => (match.MapId, match.Mode) = (12, "ARAM"));
        await AddAsync(6, "2026-11-06 12:00", null, cs: 900);
        await AddAsync(7, "2026-11-07 12:00", Me, cs: 900);
        var gap = await CsAsync(Question());
        Assert.Equal((2, null), (gap.Others!.Games, gap.Others.Rank));
        Assert.Equal(150 * 60.0 / 1790, gap.Others.Mean, 6);
        Assert.True(gap.Others.IsBiased);
    }

    [Fact]
    public async Task Others_of_the_own_rank_are_taken_where_ten_of_them_are_known()
    {
        await RankAsync(Me, "GOLD", "2026-10-20 12:00");
        for (var number = 0; number < 12; number++)
        {
            var id = StoredGames.Id((char)('A' + number));
            await AddAsync(number, $"2026-11-{number + 1:00} 12:00", id, cs: number < 10 ? 150 : 900);
            await RankAsync(id, number < 10 ? "GOLD" : "IRON", "2026-10-20 12:00");
        }

        var gap = await CsAsync(Question());
        Assert.Equal((10, "GOLD"), (gap.Others!.Games, gap.Others.Rank));
        Assert.Equal(150 * 60.0 / 1790, gap.Others.Mean, 6);
    }

    [Fact]
    public async Task A_rank_of_long_ago_says_nothing_and_fewer_than_ten_of_it_are_no_population()
    {
        await RankAsync(Me, "GOLD", "2026-10-20 12:00");
        for (var number = 0; number < 12; number++)
        {
            var id = StoredGames.Id((char)('A' + number));
            await AddAsync(number, $"2026-11-{number + 1:00} 12:00", id, cs: 150);
            await RankAsync(id, "GOLD", number < 9 ? "2026-10-20 12:00" : "2026-06-20 12:00");
        }

        var gap = await CsAsync(Question());
        Assert.Equal((12, null), (gap.Others!.Games, gap.Others.Rank));
        Assert.Equal("GOLD", (await Gaps.FindAsync(Question(), End)).Tier);
        Assert.Null((await Gaps.FindAsync(Question() with { At = At("2027-02-01 12:00") }, End)).Tier);
    }

    [Fact]
    public async Task What_a_match_does_not_tell_is_no_gap_and_an_empty_database_compares_with_nobody()
    {
        var (gaps, tier) = await Gaps.FindAsync(Question(), End);
        Assert.Null(tier);
        Assert.All(gaps, gap => Assert.Equal((null, null), (gap.Usual, gap.Others)));
        Assert.DoesNotContain(gaps, gap => gap.Figure >= InsightFigure.CsAt10 || gap.Figure == InsightFigure.KillParticipationPercent);
        Assert.Contains(gaps, gap => gap is { Figure: InsightFigure.CsPerMinute, Own: 6 });
    }

    public void Dispose() => _stored.Dispose();

    private static GapQuestion Question() => new([Me], "MIDDLE", 420, At("2026-11-05 00:00"), At("2026-11-05 00:00"), [new Seat(1, 2, 3, 180, 9000, 9000, 20, 1800, 0, MinuteMarks.None)]);

    private async Task<FigureGap> CsAsync(GapQuestion question) => (await Gaps.FindAsync(question, End)).Gaps.Single(gap => gap.Figure == InsightFigure.CsPerMinute);

    private async Task AddAsync(int number, string start, string? puuid, int cs, Action<Match>? match = null, Action<MatchParticipant>? change = null)
    {
        await using var db = _stored.CreateDbContext();
        await StoredGames.AddMatchAsync(
            db, number, At(start), [puuid],
            made =>
            {
                made.MapId = 11;
                match?.Invoke(made);
            },
            one =>
            {
                one.Cs = cs;
                change?.Invoke(one);
            });
    }

    private async Task RankAsync(string puuid, string tier, string at)
    {
        await using var db = _stored.CreateDbContext();
        await StoredGames.AddPlayerAsync(db, $"Player {puuid[0]}", "EUW", puuid);
        var player = db.PlayerPuuids.Single(id => id.Puuid == puuid).PlayerId;
        db.Add(new StoredRank { PlayerId = player, Queue = PlayerQueries.Solo, At = At(at), Tier = tier, Division = "I" });
        await db.SaveChangesAsync();
    }
}
