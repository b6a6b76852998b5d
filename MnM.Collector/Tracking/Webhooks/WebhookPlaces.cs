using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>Where the receivers stand among the events. Each change touches its own columns alone: the owner may pause a webhook while an event is under way.</summary>
internal sealed class WebhookPlaces(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>All webhooks that are not paused, and whether something may be sent to each now.</summary>
    public async Task<List<(Webhook Hook, bool IsDue)>> ActiveAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var events = db.Set<OutboxEvent>();
        var active = await db.Set<Webhook>().AsNoTracking()
            .Where(hook => hook.PausedAt == null)
            .Select(hook => new { hook, IsDue = events.Any(told => told.Id > hook.TakenTo) && (hook.NextTryAt == null || hook.NextTryAt <= now) })
            .ToListAsync(cancellationToken);
        return active.ConvertAll(row => (row.hook, row.IsDue));
    }

    /// <summary>The receiver has taken an event. Answers whether it still wants more.</summary>
    public async Task<bool> TakenAsync(long id, long eventId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<Webhook>().Where(hook => hook.Id == id && hook.TakenTo < eventId).ExecuteUpdateAsync(
            set => set
                .SetProperty(hook => hook.TakenTo, eventId)
                .SetProperty(hook => hook.Taken, hook => hook.Taken + 1)
                .SetProperty(hook => hook.TakenAt, now)
                .SetProperty(hook => hook.Failures, 0)
                .SetProperty(hook => hook.NextTryAt, (DateTimeOffset?)null)
                .SetProperty(hook => hook.LastError, (string?)null)
                .SetProperty(hook => hook.LastErrorAt, (DateTimeOffset?)null),
            cancellationToken);
        return await db.Set<Webhook>().AnyAsync(hook => hook.Id == id && hook.PausedAt == null, cancellationToken);
    }

    /// <summary>The receiver has not taken it, and is tried again.</summary>
    public async Task RefusedAsync(long id, string reason, DateTimeOffset now, DateTimeOffset next, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<Webhook>().Where(hook => hook.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(hook => hook.Failures, hook => hook.Failures + 1)
                .SetProperty(hook => hook.NextTryAt, next)
                .SetProperty(hook => hook.LastError, reason)
                .SetProperty(hook => hook.LastErrorAt, now),
            cancellationToken);
    }

    /// <summary>The receiver wants no more.</summary>
    public async Task GoneAsync(long id, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<Webhook>().Where(hook => hook.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(hook => hook.PausedAt, now)
                .SetProperty(hook => hook.PausedReason, reason)
                .SetProperty(hook => hook.LastError, reason)
                .SetProperty(hook => hook.LastErrorAt, now),
            cancellationToken);
    }
}
