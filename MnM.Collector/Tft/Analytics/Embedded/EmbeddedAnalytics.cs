using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>Keeps and counts rows in a SQLite file of its own. One at a time writes; readers see the state before or after.</summary>
internal sealed class EmbeddedAnalytics(AnalyticsFile file) : ITftAnalytics, IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);

    public string? Mishap => file.Mishap;

    public Task<long> OpenAsync(CancellationToken cancellationToken) => RunAsync(AnalyticsFile.ReadGeneration, cancellationToken);

    public Task StoreAsync(IReadOnlyCollection<FlatMatch> matches, CancellationToken cancellationToken) => WriteAsync(connection => Store(connection, matches), freesPages: false, cancellationToken);

    public Task<TftSums> CountAsync(TftQuery query, CancellationToken cancellationToken) => RunAsync(
        connection => RollupTable.Answers(query) ? RollupTable.Count(connection, query, cancellationToken) : SegmentTable.Count(connection, query, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<TftCoverage>> ReadCoverageAsync(CancellationToken cancellationToken) => RunAsync(CoverageTable.Read, cancellationToken);

    public Task ClearAsync(CancellationToken cancellationToken) => WriteAsync(AnalyticsFile.BeginGeneration, freesPages: true, cancellationToken);

    public Task DropAsync(Patch patch, CancellationToken cancellationToken) => WriteAsync(
        connection => connection.Run(
            """
            DELETE FROM derived_matches WHERE segment IN (SELECT id FROM segments WHERE patch = $patch);
            DELETE FROM segments WHERE patch = $patch;
            DELETE FROM rollups WHERE patch = $patch;
            DELETE FROM coverage WHERE patch = $patch;
            """,
            ("$patch", patch.Code)),
        freesPages: true,
        cancellationToken);

    public void Dispose() => _writing.Dispose();

    private static void Store(SqliteConnection connection, IReadOnlyCollection<FlatMatch> matches)
    {
        using var find = connection.Command("SELECT 1 FROM derived_matches WHERE match_id = $match");
        var id = find.Parameters.Add("$match", SqliteType.Text);
        var fresh = matches.DistinctBy(match => match.MatchId, StringComparer.Ordinal).Where(IsNew).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        foreach (var patch in fresh.GroupBy(match => match.Patch.Code))
        {
            SegmentTable.Append(connection, patch.Key, [.. patch]);
        }

        RollupTable.Add(connection, fresh);
        CoverageTable.Add(connection, fresh);

        bool IsNew(FlatMatch match)
        {
            id.Value = match.MatchId;
            return find.ExecuteScalar() is null;
        }
    }

    private async Task WriteAsync(Action<SqliteConnection> write, bool freesPages, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(
                connection =>
                {
                    using (var transaction = connection.BeginTransaction())
                    {
                        write(connection);
                        transaction.Commit();
                    }

                    return freesPages ? connection.Run("PRAGMA incremental_vacuum") : 0;
                },
                cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>SQLite works on the caller's thread, which may be the one that draws a page.</summary>
    private Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            try
            {
                return await file.UseAsync(work, cancellationToken);
            }
            catch (Exception fault) when (fault is SqliteException or InvalidDataException or IOException or UnauthorizedAccessException or DbUpdateException)
            {
                throw new TftAnalyticsException($"The file of the TFT figures does not answer: {fault.Message}", fault);
            }
        },
        cancellationToken);
}
