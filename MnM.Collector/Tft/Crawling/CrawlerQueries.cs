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

    /// <summary>What is in the queue and in the database.</summary>
    /// <param name="cycle">When the cycle began whose failures are told; null before the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<CrawlFigures> ReadAsync(DateTimeOffset? cycle, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, matches, kinds, now) = (db.WorkItems, db.TftMatches, CrawlWork.Kinds.ToArray(), time.GetUtcNow());
        var open = await items.Where(item => kinds.Contains(item.Kind) && !item.IsFiled && item.EndedAt == null)
            .GroupBy(item => item.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var came = await WorkQueries.EndedSince(items, now - Window).CountAsync(item => item.Kind == CrawlWork.Match && item.State == WorkState.Done, cancellationToken);
        var since = cycle ?? now;
        var within = Math.Clamp((now - since).TotalMinutes, 0.1, Window.TotalMinutes);

        // A match that failed and came when it was tried again is no failure any more.
        var failures = await WorkQueries.EndedSince(items, since)
            .Where(item => kinds.Contains(item.Kind) && item.State != WorkState.Done && !(item.Kind == CrawlWork.Match && matches.Any(match => match.Id == item.Key)))
            .GroupBy(item => new { item.Kind, item.State, item.Reason })
            .Select(group => new { group.Key.Kind, group.Key.State, group.Key.Reason, Count = group.Count(), LastAt = group.Max(item => item.EndedAt) })
            .ToListAsync(cancellationToken);
        return new CrawlFigures(
            open.GetValueOrDefault(CrawlWork.Ladder),
            open.GetValueOrDefault(CrawlWork.List),
            open.GetValueOrDefault(CrawlWork.Match),
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

    /// <summary>The lists and ladders that failed since a time and were not done since, as they were ordered.</summary>
    public async Task<IReadOnlyList<NewWork>> FailedAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ended = await WorkQueries.EndedSince(db.WorkItems.AsNoTracking(), since)
            .Where(item => item.Kind == CrawlWork.List || item.Kind == CrawlWork.Ladder)
            .Select(item => new { item.Id, item.Kind, item.Key, item.State, item.Route, item.Owner, item.Payload })
            .ToListAsync(cancellationToken);
        return
        [
            .. ended.GroupBy(item => (item.Kind, item.Key)).Select(same => same.MaxBy(item => item.Id)!).Where(item => item.State == WorkState.Failed)
                .Select(item => new NewWork(item.Kind, item.Key, Lane.Crawl) { Route = item.Route, Owner = item.Owner, Payload = item.Payload }),
        ];
    }
}

/// <summary>What is in the queue and in the database, as <see cref="CrawlerView"/> tells it.</summary>
internal sealed record CrawlFigures(
    int Ladders, int Lists, int Matches, int Stored, int Derived, double PerMinute, DateTimeOffset? NewestMatchAt, ImmutableArray<CrawlerFailure> Failures, ImmutableArray<SchemaDrift> Drift)
{
    public int Open => Ladders + Lists + Matches;
}
