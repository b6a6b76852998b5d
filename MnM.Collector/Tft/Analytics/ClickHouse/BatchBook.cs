using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>What MnM's own database knows of ClickHouse: which tables it made there, and what it is sending.</summary>
internal sealed class BatchBook(IDbContextFactory<MnmDbContext> contexts, TimeProvider time)
{
    /// <summary>Numbers of all tables that were ever made, the present one last.</summary>
    public async Task<IReadOnlyList<long>> ReadGenerationsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TftGeneration>().Select(generation => generation.Number).Order().ToListAsync(cancellationToken);
    }

    /// <summary>Begins another one. Batches of the one before are of no interest any more.</summary>
    public async Task<long> BeginGenerationAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var last = await db.Set<TftGeneration>().MaxAsync(generation => (long?)generation.Number, cancellationToken) ?? 0;

        // Another database may use the same server: the time keeps their numbers apart.
        var next = Math.Max(last + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
        db.Add(new TftGeneration { Number = next });
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<TftBatch>().ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return next;
    }

    /// <summary>Batches of which it is not known whether ClickHouse has them.</summary>
    public async Task<IReadOnlyList<TftBatch>> ReadOpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TftBatch>().AsNoTracking().OrderBy(batch => batch.Id).ToListAsync(cancellationToken);
    }

    public async Task<TftBatch> BeginAsync(long generation, int patch, IEnumerable<ulong> matches, CancellationToken cancellationToken)
    {
        var batch = new TftBatch
        {
            Generation = generation,
            Patch = patch,
            Matches = string.Join(',', matches.Select(match => match.ToString(CultureInfo.InvariantCulture))),
            SentAt = time.GetUtcNow(),
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        return batch;
    }

    public async Task EndAsync(TftBatch batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<TftBatch>().Where(open => open.Id == batch.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
