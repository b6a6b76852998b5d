using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane.Outbox;

/// <summary>Writes events in the transaction of what they tell of, and reads them in their order.</summary>
public sealed class EventStore(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>The events after a number, the earliest first.</summary>
    /// <param name="id">The last one that is known; 0 for none.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<OutboxEvent>> AfterAsync(long id, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.Set<OutboxEvent>().AsNoTracking().Where(told => told.Id > id).OrderBy(told => told.Id).Take(most).ToListAsync(cancellationToken)];
    }

    /// <summary>The number of the latest event; 0 before the first.</summary>
    public async Task<long> LastIdAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<OutboxEvent>().MaxAsync(told => (long?)told.Id, cancellationToken) ?? 0;
    }

    /// <summary>Adds an event with the other changes of <paramref name="db"/>, unless there is one of that kind for that subject. Wants a transaction.</summary>
    /// <returns>Whether it is new.</returns>
    internal static async Task<bool> AddAsync(MnmDbContext db, string kind, string subject, string payload, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await db.Set<OutboxEvent>().AnyAsync(told => told.Kind == kind && told.Subject == subject, cancellationToken))
        {
            return false;
        }

        db.Add(new OutboxEvent { Kind = kind, Subject = subject, Payload = payload, At = at });
        return true;
    }
}
