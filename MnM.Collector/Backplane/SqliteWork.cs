using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MnM.Collector.Backplane;

/// <summary>
/// All in which the queue depends on the engine. SQLite has one writer at a time, so that nobody claims what another is claiming,
/// and tells nobody of new rows, so that runners look.
/// </summary>
internal static class SqliteWork
{
    /// <summary>What makes the inner query of a claim pass over rows that another transaction is claiming.</summary>
    public const string SkipLocked = "";

    /// <summary>The rows of the parameter @numbers, a JSON list.</summary>
    public const string Numbers = "SELECT value FROM json_each(@numbers)";

    /// <summary>The pairs of the parameter @groups, a JSON list of lists of a route and an owner, numbered from 0.</summary>
    public const string Groups = "SELECT key AS number, value ->> 0 AS route, value ->> 1 AS owner FROM json_each(@groups)";

    /// <summary>How often a runner looks for work that another process, or another's transaction, has enqueued.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Opens the connection of a context for the queue alone, out of the pool. What a change of many rows would need to be undone stays in memory, as does all that a claim touches:
    /// SQLite would write the first into a file of its own, each time, and read the second again.
    /// </summary>
    public static async Task OpenAsync(DbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetConnectionString(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"PRAGMA temp_store=MEMORY; PRAGMA cache_size=-2048;", cancellationToken);
    }

    /// <summary>A fault that passes by itself, in words; null for one that would come again.</summary>
    public static string? PassingFault(Exception fault) => (fault as SqliteException ?? fault.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => "the database is locked by another program",
        8 or 14 => "the database cannot be written",
        10 => "the disk reports an error",
        13 => "the disk is full",
        _ => null,
    };
}
