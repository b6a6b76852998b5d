using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace MnM.Collector.Storage;

/// <summary>Sets what every SQLite connection needs: readers that never block the recorder, and a wait instead of an error when two write.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // A cache of 256 KB: the usual 2 MB would be taken by each of a dozen connections, and the operating system keeps the same pages anyway.
    // NORMAL with WAL: a kill loses nothing, a power cut at most the last commits and never the file.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=2000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-256;";

    // A connection keeps its settings while it waits in the pool: opened again it needs none, and setting them takes longer than many a query.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_set.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _set.AddOrUpdate(handle, handle);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite works on the caller's thread either way.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
