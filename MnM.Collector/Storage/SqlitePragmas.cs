using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MnM.Collector.Storage;

/// <summary>Sets what every SQLite connection needs: readers that never block the recorder, and a wait instead of an error when two write.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // A cache of 256 KB: the usual 2 MB would be taken by each of a dozen connections, and the operating system keeps the same pages anyway.
    // NORMAL with WAL: a kill loses nothing, a power cut at most the last commits and never the file.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=2000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-256;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
