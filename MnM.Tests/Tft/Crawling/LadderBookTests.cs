using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Rows;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tft.Crawling;

/// <summary>Where somebody stood when a match was played.</summary>
public sealed class LadderBookTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private CrawlRun _run = null!;

    private static string[] People => [.. "ABCD".Select(person => LadderWorld.IdOf(person.ToString()).Value)];

    private DateTimeOffset Noon => _clock.GetUtcNow();

    public async Task InitializeAsync() => _run = await CrawlRun.StartAsync(_folder, new LadderWorld(_clock.GetUtcNow()), _clock);

    [Fact]
    public async Task The_nearest_reading_counts_whether_before_or_after_and_its_age_is_told()
    {
        await ReadAsync(0, TftTier.Master, ("A", 100));
        await ReadAsync(60, TftTier.Master, ("A", 150));
        Assert.Equal((100, 20.0), await PointsAsync("A", 20));
        Assert.Equal((150, 20.0), await PointsAsync("A", 40));
        Assert.Equal((100, 30.0), await PointsAsync("A", 30));
        Assert.Equal((150, 600.0), await PointsAsync("A", 660));
        Assert.Equal((100, 600.0), await PointsAsync("A", -600));
    }

    [Fact]
    public async Task Who_has_not_moved_keeps_the_place_and_has_the_age_of_the_nearest_reading()
    {
        await ReadAsync(0, TftTier.Master, ("A", 100));
        await ReadAsync(60, TftTier.Master, ("A", 100), ("B", 5));
        Assert.Equal((100, 5.0), await PointsAsync("A", 65));
        Assert.Equal(2, await CountAsync<LadderEntry>());
        Assert.Equal(2, await CountAsync<LadderReading>());
    }

    [Fact]
    public async Task Who_has_left_stood_there_before_and_not_after_and_may_come_back()
    {
        await ReadAsync(0, TftTier.Master, ("A", 100), ("B", 90));
        await ReadAsync(60, TftTier.Master, ("B", 90));
        await ReadAsync(120, TftTier.Master, ("A", 10), ("B", 90));
        Assert.Equal((100, 10.0), await PointsAsync("A", 10));
        Assert.Null(await PointsAsync("A", 70));
        Assert.Equal((10, 10.0), await PointsAsync("A", 110));
        Assert.Equal((90, 10.0), await PointsAsync("B", 70));
    }

    [Fact]
    public async Task Who_goes_up_is_on_one_ladder_whichever_of_the_two_is_read_first()
    {
        await ReadAsync(0, TftTier.Grandmaster, ("A", 700), ("B", 650));
        await ReadAsync(0, TftTier.Challenger, ("C", 900));
        await ReadAsync(60, TftTier.Challenger, ("A", 800), ("C", 900));
        await ReadAsync(61, TftTier.Grandmaster, ("B", 650));
        await ReadAsync(120, TftTier.Grandmaster, ("C", 600));
        await ReadAsync(121, TftTier.Challenger, ("A", 810), ("B", 820));
        Assert.Equal((TftTier.Grandmaster, 700), await PlaceAsync("A", 5));
        Assert.Equal((TftTier.Challenger, 800), await PlaceAsync("A", 62));
        Assert.Equal((TftTier.Challenger, 820), await PlaceAsync("B", 130));
        Assert.Equal((TftTier.Grandmaster, 600), await PlaceAsync("C", 130));
    }

    [Fact]
    public async Task Each_queue_and_platform_has_a_ladder_of_its_own()
    {
        await ReadAsync(0, TftTier.Master, ("A", 100));
        await ReadAsync(0, new LadderName("euw1", CrawlerPlan.DoubleUp, TftTier.Master), ("A", 300));
        await ReadAsync(0, new LadderName("kr", CrawlerPlan.Ranked, TftTier.Challenger), ("B", 900));
        Assert.Equal(100, (await FindAsync("euw1", CrawlerPlan.Ranked, 0))["A"].LeaguePoints);
        Assert.Equal(300, (await FindAsync("euw1", CrawlerPlan.DoubleUp, 0))["A"].LeaguePoints);
        Assert.Equal("B", Assert.Single(await FindAsync("kr", CrawlerPlan.Ranked, 0)).Key);
        Assert.Empty(await FindAsync("na1", CrawlerPlan.Ranked, 0));
    }

    [Fact]
    public async Task Of_two_ladders_that_are_read_at_once_the_second_knows_what_the_first_has_stored()
    {
        await ReadAsync(0, TftTier.Master, ("A", 100));
        await using var db = await _run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var known = await KnownLadder.ReadAsync(db, new LadderName("euw1", CrawlerPlan.Ranked, TftTier.Master), CancellationToken.None);
        await ReadAsync(60, TftTier.Challenger, ("A", 800));
        await LadderStore.StoreAsync(db, new LadderName("euw1", CrawlerPlan.Ranked, TftTier.Master), [], Noon.AddMinutes(60), known, CancellationToken.None);
        Assert.Equal((TftTier.Challenger, 800), await PlaceAsync("A", 60));
        Assert.Equal(2, await CountAsync<LadderEntry>());
    }

    [Fact]
    public async Task A_span_of_time_that_is_read_at_once_knows_each_moment_of_it_as_if_that_were_asked_for_alone()
    {
        await ReadAsync(0, TftTier.Master, ("A", 100), ("B", 90), ("D", 40));
        await ReadAsync(1, TftTier.Grandmaster, ("C", 700));
        await ReadAsync(60, TftTier.Master, ("B", 95), ("D", 40));
        await ReadAsync(61, TftTier.Grandmaster, ("A", 600), ("C", 710));
        await ReadAsync(120, TftTier.Master, ("B", 95), ("C", 20), ("D", 40));
        await ReadAsync(121, TftTier.Challenger, ("A", 900));
        await ReadAsync(180, TftTier.Master, ("B", 5));
        foreach (var (from, until) in ((int, int)[])[(-100, 400), (0, 180), (10, 115), (60, 61), (130, 170), (200, 300), (-50, -40)])
        {
            var span = await ReadAsync("euw1", CrawlerPlan.Ranked, from, until);
            for (var minute = from; minute <= until; minute += 5)
            {
                Assert.Equal(await FindAsync("euw1", CrawlerPlan.Ranked, minute), Find(span, minute));
            }
        }
    }

    public async Task DisposeAsync() => await _run.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    private Task ReadAsync(int minute, TftTier tier, params (string Person, int Points)[] people) => ReadAsync(minute, new LadderName("euw1", CrawlerPlan.Ranked, tier), people);

    private async Task ReadAsync(int minute, LadderName ladder, params (string Person, int Points)[] people)
    {
        await using var db = await _run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var known = await KnownLadder.ReadAsync(db, ladder, CancellationToken.None);
        await LadderStore.StoreAsync(
            db, ladder, people.Select(one => new LeagueEntry(LadderWorld.IdOf(one.Person), ladder.Queue, null, "I", one.Points, 1, 1, LeagueMarks.None)), Noon.AddMinutes(minute), known, CancellationToken.None);
    }

    private async Task<Dictionary<string, LadderStanding>> FindAsync(string platform, string queue, int minute) => Find(await ReadAsync(platform, queue, minute, minute), minute);

    private Task<LadderSpan> ReadAsync(string platform, string queue, int from, int until) =>
        _run.Get<LadderBook>().ReadAsync(platform, queue, People, Noon.AddMinutes(from), Noon.AddMinutes(until), CancellationToken.None);

    private Dictionary<string, LadderStanding> Find(LadderSpan span, int minute) => span.Find(People, Noon.AddMinutes(minute)).ToDictionary(one => one.Key.TrimEnd('-'), one => one.Value);

    private async Task<LadderStanding?> StandingAsync(string person, int minute) =>
        (await FindAsync("euw1", CrawlerPlan.Ranked, minute)).TryGetValue(person, out var standing) ? standing : null;

    private async Task<(int Points, double Age)?> PointsAsync(string person, int minute) => await StandingAsync(person, minute) is { } standing ? (standing.LeaguePoints, standing.Age.TotalMinutes) : null;

    private async Task<(TftTier Tier, int Points)?> PlaceAsync(string person, int minute) => await StandingAsync(person, minute) is { } standing ? (standing.Tier, standing.LeaguePoints) : null;

    private async Task<int> CountAsync<T>()
        where T : class
    {
        await using var db = await _run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<T>().CountAsync();
    }
}
