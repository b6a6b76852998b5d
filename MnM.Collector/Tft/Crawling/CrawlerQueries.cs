using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Reads what the crawler has done and has yet to do.</summary>
internal sealed class CrawlerQueries(IDbContextFactory<MnmDbContext> contexts, ITftAnalytics analytics, TimeProvider time)
{
    /// <summary>Over which the pace is told.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MostFailures = 50;
    private const int MostDrift = 50;

    /// <summary>Work of the crawler that has not ended. In two parts that have an index each: thousands wait, and pages that are open ask each second.</summary>
    public static IQueryable<string> Open(IQueryable<WorkItem> items, CrawlerPlan plan)
    {
        var (kinds, platforms) = (CrawlWork.Kinds.ToArray(), plan.Platforms.ToArray());
        var ofPlan = items.Where(item => kinds.Contains(item.Kind) && platforms.Contains(item.Owner));
        return ofPlan.Where(item => item.Worker == null && !item.IsFiled).Select(item => item.Kind)
            .Concat(ofPlan.Where(item => item.Worker != null && !item.IsFiled && item.EndedAt == null).Select(item => item.Kind));
    }

    /// <summary>How many ladders, lists and matches of a plan have not ended.</summary>
    public async Task<CrawlWorkLeft> CountOpenAsync(CrawlerPlan plan, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await Open(db.WorkItems, plan).GroupBy(kind => kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new CrawlWorkLeft(open.GetValueOrDefault(CrawlWork.Ladder), open.GetValueOrDefault(CrawlWork.List), open.GetValueOrDefault(CrawlWork.Match));
    }

    /// <summary>What has ended and what is in the database: it is counted, and takes longer the more there is.</summary>
    /// <param name="cycle">When the cycle began whose failures are told; null before the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<CrawlFigures> CountAsync(DateTimeOffset? cycle, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, matches, kinds, now) = (db.WorkItems, db.TftMatches, CrawlWork.Kinds.ToArray(), time.GetUtcNow());
        var came = await WorkQueries.EndedSince(items, now - Window).CountAsync(item => item.Kind == CrawlWork.Match && item.State == WorkState.Done, cancellationToken);
        var since = cycle ?? now;
        var within = Math.Clamp((now - since).TotalMinutes, 0.1, Window.TotalMinutes);

        // A match that failed and came when it was tried again is no failure any more; what the plan left out was not tried.
        var failures = await WorkQueries.EndedSince(items, since)
            .Where(item => kinds.Contains(item.Kind) && item.State != WorkState.Done && item.State != WorkState.Aborted && !(item.Kind == CrawlWork.Match && matches.Any(match => match.Id == item.Key)))
            .GroupBy(item => new { item.Kind, item.State, item.Reason })
            .Select(group => new { group.Key.Kind, group.Key.State, group.Key.Reason, Count = group.Count(), LastAt = group.Max(item => item.EndedAt) })
            .ToListAsync(cancellationToken);
        return new CrawlFigures(
            await matches.CountAsync(cancellationToken),
            await CountDerivedAsync(matches, cancellationToken),
            came / within,
            await matches.MaxAsync(match => match.GameDatetime, cancellationToken),
            [
                .. failures.OrderByDescending(failure => failure.Count).Take(MostFailures)
                    .Select(failure => new CrawlerFailure(failure.Kind, failure.State.ToString(), failure.Reason ?? "No reason was told.", failure.Count, failure.LastAt!.Value)),
            ],
            [
                .. await db.SchemaFaults.OrderByDescending(fault => fault.At).Take(MostDrift)
                    .Select(fault => new SchemaDrift(fault.MatchId, fault.Fault, fault.At)).ToListAsync(cancellationToken),
            ]);
    }

    /// <summary>Those that the store has, or had when it answered last.</summary>
    private async Task<int> CountDerivedAsync(IQueryable<TftMatch> matches, CancellationToken cancellationToken)
    {
        try
        {
            var generation = await analytics.OpenAsync(cancellationToken);
            return await matches.CountAsync(match => match.RowsIn == generation, cancellationToken);
        }
        catch (TftAnalyticsException)
        {
            return await matches.CountAsync(match => match.RowsIn != 0, cancellationToken);
        }
    }

    /// <summary>What failed and was not begun again since, as it was ordered; as long as ended items are kept.</summary>
    public async Task<IReadOnlyList<NewWork>> FailedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, kinds) = (db.WorkItems.AsNoTracking(), CrawlWork.Kinds.ToArray());
        var failed = items.Where(item => kinds.Contains(item.Kind) && item.State == WorkState.Failed).Select(item => item.Key);
        var same = await items.Where(item => kinds.Contains(item.Kind) && failed.Contains(item.Key))
            .Select(item => new { item.Id, item.Kind, item.Key, item.State, item.Route, item.Owner, item.Payload })
            .ToListAsync(cancellationToken);
        return
        [
            .. same.GroupBy(item => (item.Kind, item.Key)).Select(tried => tried.MaxBy(item => item.Id)!).Where(item => item.State == WorkState.Failed)
                .Select(item => new NewWork(item.Kind, item.Key, Lane.Crawl) { Route = item.Route, Owner = item.Owner, Payload = CrawlTries.Forget(item.Payload) }),
        ];
    }
}

/// <summary>Items that have not ended.</summary>
internal sealed record CrawlWorkLeft(int Ladders, int Lists, int Matches)
{
    public int All => Ladders + Lists + Matches;
}

/// <summary>What has ended and what is in the database, as <see cref="CrawlerView"/> tells it.</summary>
internal sealed record CrawlFigures(
    int Stored, int Derived, double PerMinute, DateTimeOffset? NewestMatchAt, ImmutableArray<CrawlerFailure> Failures, ImmutableArray<SchemaDrift> Drift)
{
    public static CrawlFigures Of(CrawlerView view) => new(view.Stored, view.Derived, view.PerMinute, view.NewestMatchAt, view.Failures, view.Drift);
}
