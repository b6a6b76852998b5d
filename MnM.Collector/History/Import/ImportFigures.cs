using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Counts what imports have got from their items: figures that were kept beside them could be wrong after a kill.</summary>
internal sealed class ImportFigures(SteadyPace pace, LaneReserves reserves, RouteAnswers answers, TimeProvider time)
{
    private static readonly string[] Methods = ["match-v5.match", "match-v5.timeline"];
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The imports with their figures, in the order of the jobs.</summary>
    public async Task<ImmutableArray<ImportView>> ReadAsync(MnmDbContext db, IReadOnlyList<ImportJob> jobs, CancellationToken cancellationToken)
    {
        var (items, ids, since) = (db.ImportItems, jobs.Select(job => job.Id).ToList(), time.GetUtcNow() - ImportPace.Window);
        var counts = (await items
            .Where(item => ids.Contains(item.JobId))
            .GroupBy(item => new { item.JobId, item.State, item.TimelineState, item.Reason, item.WasThere, IsOpen = item.EndedAt == null, IsNew = item.EndedAt > since })
            .Select(group => new ItemCount(
                group.Key.JobId, group.Key.State, group.Key.TimelineState, group.Key.Reason, group.Key.WasThere, group.Key.IsOpen, group.Key.IsNew, group.Count()))
            .ToListAsync(cancellationToken)).ToLookup(count => count.JobId);
        var running = jobs.Any(job => job.EndedAt is null) ? await OpenByRegionAsync(db, cancellationToken) : [];
        var allowed = new Dictionary<string, double>();
        foreach (var region in running.Keys)
        {
            allowed[region] = await AllowedPerMinuteAsync(region, cancellationToken) / running[region];
        }

        return [.. jobs.Select(job => View(job, [.. counts[job.Id]], allowed.GetValueOrDefault(job.Region, 1)))];
    }

    /// <summary>How many requests a minute Riot's limits leave for what people ask for.</summary>
    public async Task<double> AllowedPerMinuteAsync(string region, CancellationToken cancellationToken) => SteadyPace.Of(
        await pace.ReadAsync(cancellationToken), pace.RouteOf(region, RiotProduct.League), Methods, reserves.ShareOf(Lane.Requested).Percent, Minute);

    private static Task<Dictionary<string, int>> OpenByRegionAsync(MnmDbContext db, CancellationToken cancellationToken) => db.ImportJobs
        .Where(job => job.EndedAt == null)
        .GroupBy(job => job.Region)
        .ToDictionaryAsync(region => region.Key, region => region.Count(), cancellationToken);

    private ImportView View(ImportJob job, ItemCount[] counts, double allowed)
    {
        var here = counts.Where(count => count is { State: WorkState.Done, IsOpen: false }).ToList();
        var (perMinute, left) = (PerMinute(job, counts), RequestsLeft(job, counts));
        var fault = job.EndedAt is null ? answers.FaultOf(job.Region) : null;
        return new ImportView
        {
            Id = job.Id,
            PlayerId = job.PlayerId,
            GameName = job.GameName,
            TagLine = job.TagLine,
            Region = job.Region,
            State = job.State,
            Limit = job.Limit,
            Queues = job.ReadQueues(),
            Timelines = job.Timelines,
            Total = counts.Sum(count => count.Count),
            Done = here.Sum(count => count.Count),
            AlreadyThere = here.Where(count => count.WasThere).Sum(count => count.Count),
            Left =
            [
                .. counts.Where(count => count is { IsOpen: false, State: not (WorkState.Done or WorkState.Aborted) })
                    .GroupBy(count => (count.State, count.Reason))
                    .Select(group => new LeftOut(group.Key.State, group.Key.Reason ?? "", group.Sum(count => count.Count)))
                    .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason, StringComparer.Ordinal),
            ],
            TimelinesLeft = here.Where(count => count.TimelineState is not (null or WorkState.Done)).Sum(count => count.Count),
            PerMinute = job.EndedAt is null ? perMinute : null,
            ExpectedEnd = job.EndedAt is null && fault is null
                ? time.GetUtcNow() + ImportPace.Left(left, allowed, perMinute * (job.Timelines ? 2 : 1), time.GetUtcNow() - job.CreatedAt)
                : null,
            Because = job.Because,
            Reason = job.EndedAt is null ? fault : job.Reason,
            RefreshedFrom = job.RefreshedFrom,
            CreatedAt = job.CreatedAt,
            EndedAt = job.EndedAt,
        };
    }

    private double? PerMinute(ImportJob job, ItemCount[] counts) =>
        ImportPace.PerMinute(counts.Where(count => count is { IsNew: true, WasThere: false }).Sum(count => count.Count), time.GetUtcNow() - job.CreatedAt);

    /// <summary>While the list is read, it may yet grow to the limit.</summary>
    private static int RequestsLeft(ImportJob job, ItemCount[] counts)
    {
        var matches = counts.Where(count => count is { IsOpen: true, State: WorkState.Open }).Sum(count => count.Count);
        var unlisted = job.State == ImportState.Listing ? job.Limit - counts.Sum(count => count.Count) : 0;
        var timelines = counts.Where(count => count is { IsOpen: true, TimelineState: WorkState.Open }).Sum(count => count.Count);
        return matches + Math.Max(0, unlisted) + timelines + (job.Timelines ? Math.Max(0, unlisted) : 0);
    }

    private sealed record ItemCount(
        string JobId, WorkState State, WorkState? TimelineState, string? Reason, bool WasThere, bool IsOpen, bool IsNew, int Count);
}
