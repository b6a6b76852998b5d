using Microsoft.Extensions.Logging;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>
/// Keeps and counts rows in ClickHouse. A batch of matches is listed in MnM's own database, sent, and taken off the list. One that is still on it later, after a kill or a broken connection, may have arrived
/// or not: ClickHouse is asked, first whether it is still at it, then which matches it has, and those that are missing are sent.
/// </summary>
internal sealed partial class ClickHouseAnalytics(ClickHouseClient client, BatchBook book, ILogger<ClickHouseAnalytics> logger) : ITftAnalytics, IDisposable
{
    /// <summary>Matches sent at once: some 37,000 units, which ClickHouse stores as one part.</summary>
    private const int BatchSize = 512;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile RowsTable? _table;

    public Task<long> OpenAsync(CancellationToken cancellationToken) => ReadAsync(table => Task.FromResult(table.Generation), cancellationToken);

    public Task StoreAsync(IReadOnlyCollection<FlatMatch> matches, CancellationToken cancellationToken) => WriteAsync(
        async table =>
        {
            await SettleAsync(table, cancellationToken);
            var all = matches.DistinctBy(MatchRow.IdOf).ToList();
            var there = await table.FindAsync(all.Select(MatchRow.IdOf), cancellationToken);
            foreach (var patch in all.Where(match => !there.Contains(MatchRow.IdOf(match))).GroupBy(match => match.Patch))
            {
                foreach (var chunk in patch.Chunk(BatchSize))
                {
                    var batch = await book.BeginAsync(table.Generation, patch.Key.Code, chunk.Select(MatchRow.IdOf), cancellationToken);
                    await table.StoreAsync(chunk, batch.QueryId, cancellationToken);
                    await book.EndAsync(batch, cancellationToken);
                }
            }

            return true;
        },
        cancellationToken);

    public Task<TftSums> CountAsync(TftQuery query, CancellationToken cancellationToken) => ReadAsync(
        async table =>
        {
            var sql = new CountingSql(query, table.Name);
            var bytes = await client.AskAsync(sql.Write(), cancellationToken);
            return CountedMasks.Read(bytes, sql);
        },
        cancellationToken);

    public Task<IReadOnlyList<TftCoverage>> ReadCoverageAsync(CancellationToken cancellationToken) => ReadAsync(table => table.ReadCoverageAsync(cancellationToken), cancellationToken);

    public Task ClearAsync(CancellationToken cancellationToken) => WriteAsync(
        async _ =>
        {
            _table = null;
            await book.BeginGenerationAsync(cancellationToken);
            return _table = await FindTableAsync(cancellationToken);
        },
        cancellationToken);

    public Task DropAsync(Patch patch, CancellationToken cancellationToken) => WriteAsync(
        async table =>
        {
            await table.DropAsync(patch, cancellationToken);
            return true;
        },
        cancellationToken);

    public void Dispose() => _writing.Dispose();

    /// <summary>Clears up what was interrupted. A batch that arrives while it is asked for would be there twice, so that one which is still being stored is waited for: the next try comes.</summary>
    private async Task SettleAsync(RowsTable table, CancellationToken cancellationToken)
    {
        foreach (var batch in await book.ReadOpenAsync(cancellationToken))
        {
            if (await table.IsStoringAsync(batch.QueryId, cancellationToken))
            {
                throw new TftAnalyticsException($"ClickHouse at {client.Host} is still storing matches that were sent before.");
            }

            var matches = batch.MatchIds.ToList();
            var there = await table.FindAsync(matches, cancellationToken);
            Log.Interrupted(logger, client.Host, matches.Count, there.Count);
            await book.EndAsync(batch, cancellationToken);
        }
    }

    private async Task<T> WriteAsync<T>(Func<RowsTable, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await work(_table ??= await FindTableAsync(cancellationToken));
        }
        catch (TftAnalyticsException)
        {
            // It may be another server by now, or an emptied one.
            _table = null;
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Reads what is there, beside a writer.</summary>
    private async Task<T> ReadAsync<T>(Func<RowsTable, Task<T>> work, CancellationToken cancellationToken)
    {
        var table = _table ?? await WriteAsync(Task.FromResult, cancellationToken);
        try
        {
            return await work(table);
        }
        catch (TftAnalyticsException)
        {
            _table = null;
            throw;
        }
    }

    /// <summary>The present table; another one where the server has none of this number. Tables of earlier generations are thrown away.</summary>
    private async Task<RowsTable> FindTableAsync(CancellationToken cancellationToken)
    {
        var generations = await book.ReadGenerationsAsync(cancellationToken);
        var table = generations is [.., var last] ? new RowsTable(client, last) : null;
        if (table is null || !await table.ExistsAsync(cancellationToken))
        {
            // Listed before it is made: where that is interrupted there is nothing of that number, and the next try makes another one.
            table = new RowsTable(client, await book.BeginGenerationAsync(cancellationToken));
            await table.CreateAsync(cancellationToken);
            Log.Made(logger, client.Host, table.Name);
        }

        foreach (var earlier in generations.Where(number => number != table.Generation))
        {
            await new RowsTable(client, earlier).DeleteAsync(cancellationToken);
        }

        return table;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "ClickHouse at {Host}: a new table {Table} for the rows of TFT matches")]
        public static partial void Made(ILogger logger, string host, string table);

        [LoggerMessage(Level = LogLevel.Warning, Message = "ClickHouse at {Host}: sending {Matches} matches was interrupted; {There} of them are there, the others are sent again")]
        public static partial void Interrupted(ILogger logger, string host, int matches, int there);
    }
}
