using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Crawling;
using MnM.Simulator;
using MnM.Tests.History.Import;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tft.Crawling;

/// <summary>MnM as it is registered, with ladders behind Riot's API. The test does the work that the runners would do, and ticks the loop.</summary>
internal sealed class CrawlRun : IAsyncDisposable
{
    private readonly ImportRun _run;

    private CrawlRun(ImportRun run, LadderWorld world, StubRiot riot) => (_run, World, Riot) = (run, world, riot);

    public static CrawlerPlan Plan { get; } = new(["euw1"], [CrawlerPlan.Ranked], [TftTier.Master]);

    public LadderWorld World { get; }

    public StubRiot Riot { get; }

    public SimulatorClock Clock => _run.Clock;

    public IEnumerable<string> LogLines => _run.Log.Lines;

    public CrawlerDesk Desk => Get<CrawlerDesk>();

    public CrawlerOptions Options => Get<IOptions<CrawlerOptions>>().Value;

    /// <summary>Ids of matches that were asked for, in their order.</summary>
    public IReadOnlyList<string> AskedMatches => [.. Riot.Asked.Where(address => address.Contains("/matches/EUW1_", StringComparison.Ordinal)).Select(address => address.Split('/')[^1])];

    /// <summary>Pages of lists that were asked for.</summary>
    public int AskedPages => Riot.Asked.Count(address => address.Contains("/ids?", StringComparison.Ordinal));

    public static async Task<CrawlRun> StartAsync(TemporaryFolder folder, LadderWorld world, SimulatorClock clock, bool hasKey = true, params IInterceptor[] interceptors)
    {
        var riot = new StubRiot(world.Answer);
        return new CrawlRun(
            await ImportRun.StartAsync(folder, riot, () => riot.Count, clock, new RiotOptions { ApiKey = hasKey ? RiotRun.Key : null }, interceptors), world, riot);
    }

    public T Get<T>()
        where T : notnull => _run.Get<T>();

    public Task<CrawlerView> ViewAsync() => Desk.ReadAsync(CancellationToken.None);

    public Task BeginAsync(CrawlerPlan? plan = null) => Desk.StartAsync(plan ?? Plan, CancellationToken.None);

    public Task TickAsync() => Get<CrawlerLoop>().TickAsync(CancellationToken.None);

    /// <summary>Works once on all kinds as the runners do; answers how many items there were.</summary>
    public async Task<int> WorkAsync(int most = 8)
    {
        var lists = await ListAsync(most);
        return lists + await _run.WorkAsync(CrawlWork.Match, most, Get<MatchRunner>().TryAsync, Get<CrawlSwitch>().MayClaim);
    }

    /// <summary>The same on ladders and lists alone.</summary>
    public async Task<int> ListAsync(int most = 8)
    {
        Predicate<WorkGroup> may = Get<CrawlSwitch>().MayClaim;
        var ladders = await _run.WorkAsync(CrawlWork.Ladder, most, Get<LadderRunner>().TryAsync, may);
        return ladders + await _run.WorkAsync(CrawlWork.List, most, Get<MatchListRunner>().TryAsync, may);
    }

    /// <summary>Begins work on matches and never ends it.</summary>
    public async Task HoldMatchesAsync(int most)
    {
        foreach (var lease in await Get<WorkQueue>().ClaimAsync(CrawlWork.Match, "killed", most, TimeSpan.FromMinutes(2), CancellationToken.None))
        {
            await _run.AnswerAsync(Get<MatchRunner>().TryAsync(lease, CancellationToken.None));
        }
    }

    /// <summary>Begins work on a match so often and is killed each time.</summary>
    public async Task KillAsync(int times)
    {
        for (var kill = 0; kill < times; kill++)
        {
            await Get<WorkQueue>().ClaimAsync(CrawlWork.Match, "killed", 1, TimeSpan.FromMinutes(2), CancellationToken.None);
            Clock.Advance(121);
        }
    }

    /// <summary>Works until the cycle has ended.</summary>
    public async Task FinishAsync()
    {
        for (var round = 0; round < 2000; round++)
        {
            if (await Get<CycleStore>().FindCycleAsync(CancellationToken.None) is { EndedAt: not null })
            {
                return;
            }

            if (await WorkAsync() == 0)
            {
                Clock.Advance(10);
                await TickAsync();
            }
        }

        throw new InvalidOperationException($"The cycle does not end: {await ViewAsync()}");
    }

    /// <summary>The next cycle, when its time has come.</summary>
    public async Task NextCycleAsync()
    {
        Clock.Advance(Options.Cooldown.TotalSeconds + 1);
        await TickAsync();
        await FinishAsync();
    }

    public async Task<IReadOnlyList<string>> StoredAsync()
    {
        await using var db = await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<TftMatch>().OrderBy(match => match.Id).Select(match => match.Id).ToListAsync();
    }

    public async Task<MatchAbsence[]> AbsencesAsync()
    {
        await using var db = await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<MatchAbsence>().AsNoTracking().OrderBy(absence => absence.MatchId).ToArrayAsync();
    }

    public async Task<WorkItem[]> ItemsAsync(string kind)
    {
        await using var db = await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<WorkItem>().AsNoTracking().Where(item => item.Kind == kind).OrderBy(item => item.Id).ToArrayAsync();
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();
}
