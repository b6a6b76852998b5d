using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>How a kind of work stands in a lane.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Lane">How urgently.</param>
/// <param name="Open">Items that have not ended.</param>
/// <param name="Due">Those of them that wait for a worker now.</param>
/// <param name="OldestDue">Since when the longest waiting of them is due; null where none waits.</param>
/// <param name="EndedLastHour">Items that ended within the last hour, in whatever state.</param>
/// <param name="FailedLastHour">Those of them that failed.</param>
/// <param name="Expected">How long the due ones will take, those of higher lanes before them, at the pace of the last hour; null where there is no pace yet.</param>
public sealed record WorkFigures(string Kind, Lane Lane, int Open, int Due, DateTimeOffset? OldestDue, int EndedLastHour, int FailedLastHour, TimeSpan? Expected);

/// <summary>How an item of work stands.</summary>
/// <param name="State">Open, or how it ended.</param>
/// <param name="Reason">Why, in a sentence for people.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="NextAt">When it is begun next; null where somebody works on it, or it has ended.</param>
/// <param name="EndedAt">Null while it is open.</param>
public sealed record WorkStatus(WorkState State, string? Reason, int Attempts, DateTimeOffset? NextAt, DateTimeOffset? EndedAt);

/// <summary>Work that failed.</summary>
/// <param name="Kind">What should have been done.</param>
/// <param name="At">When it was given up, UTC.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="Reason">A sentence for people; null where none was told.</param>
public sealed record WorkFailure(string Kind, DateTimeOffset At, int Attempts, string? Reason);

/// <summary>Reads how the work stands, for people.</summary>
public sealed class WorkQueries(IDbContextFactory<MnmDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>A line for each kind and lane that has open work or ended some within the last hour.</summary>
    public async Task<ImmutableArray<WorkFigures>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, now) = (db.WorkItems, time.GetUtcNow());
        var since = now - Window;
        var open = await items
            .Where(item => !item.IsFiled && item.EndedAt == null)
            .GroupBy(item => new { item.Kind, item.Lane })
            .Select(group => new { group.Key.Kind, group.Key.Lane, Open = group.Count(), Due = group.Count(item => item.DueAt <= now), First = group.Min(item => item.DueAt) })
            .ToListAsync(cancellationToken);
        var ended = await EndedSince(items, since)
            .GroupBy(item => new { item.Kind, item.Lane })
            .Select(group => new
            {
                group.Key.Kind,
                group.Key.Lane,
                Ended = group.Count(),
                Failed = group.Count(item => item.State == WorkState.Failed),
                First = group.Min(item => item.EndedAt),
            })
            .ToListAsync(cancellationToken);
        var figures =
            from line in open.Select(line => (line.Kind, line.Lane)).Union(ended.Select(line => (line.Kind, line.Lane)))
            orderby line.Kind, line.Lane
            let waiting = open.Find(row => row.Kind == line.Kind && row.Lane == line.Lane)
            let done = ended.Find(row => row.Kind == line.Kind && row.Lane == line.Lane)
            let ofKind = ended.Where(row => row.Kind == line.Kind).ToList()
            let before = open.Where(row => row.Kind == line.Kind && row.Lane <= line.Lane).Sum(row => row.Due)
            select new WorkFigures(
                line.Kind,
                line.Lane,
                waiting?.Open ?? 0,
                waiting?.Due ?? 0,
                waiting is { Due: > 0 } ? waiting.First : null,
                done?.Ended ?? 0,
                done?.Failed ?? 0,
                waiting is { Due: > 0 } ? Expected(before, ofKind.Sum(row => row.Ended), now - ofKind.Min(row => row.First)) : null);
        return [.. figures];
    }

    /// <summary>An item that is open or has only just ended; null where there is none.</summary>
    public async Task<WorkStatus?> FindAsync(string kind, string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = db.WorkItems;
        var item = await items.AsNoTracking().FirstOrDefaultAsync(item => !item.IsFiled && item.Kind == kind && item.Key == key, cancellationToken);
        return item is null
            ? null
            : new WorkStatus(item.State, item.Reason, item.Attempts, item.Worker is null && item.EndedAt is null ? item.DueAt : null, item.EndedAt);
    }

    /// <summary>The keys of all items of a kind that have not ended.</summary>
    public async Task<IReadOnlySet<string>> OpenKeysAsync(string kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = db.WorkItems;
        return await items.Where(item => !item.IsFiled && item.EndedAt == null && item.Kind == kind).Select(item => item.Key).ToHashSetAsync(cancellationToken);
    }

    /// <summary>What failed within the last hour, the latest first.</summary>
    public async Task<ImmutableArray<WorkFailure>> ReadFailuresAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, since) = (db.WorkItems, time.GetUtcNow() - Window);
        return
        [
            .. await EndedSince(items, since)
                .Where(item => item.State == WorkState.Failed)
                .OrderByDescending(item => item.EndedAt)
                .Take(most)
                .Select(item => new WorkFailure(item.Kind, item.EndedAt!.Value, item.Attempts, item.Reason))
                .ToListAsync(cancellationToken),
        ];
    }

    /// <summary>In two parts that have an index each: the whole table is a week of work, and pages that are open ask each second.</summary>
    internal static IQueryable<WorkItem> EndedSince(IQueryable<WorkItem> items, DateTimeOffset since) => items
        .Where(item => item.IsFiled && item.EndedAt > since)
        .Concat(items.Where(item => item.Worker != null && !item.IsFiled && item.EndedAt > since));

    /// <summary>The pace is taken from the first that ended: work that began five minutes ago is not spread over an hour.</summary>
    private static TimeSpan? Expected(int due, int ended, TimeSpan? within) => ended >= 2 && within is { } time && time > TimeSpan.Zero ? time / ended * due : null;
}
