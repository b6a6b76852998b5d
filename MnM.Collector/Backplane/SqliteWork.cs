using Microsoft.Data.Sqlite;

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

    /// <summary>How often a runner looks for work that another process, or another's transaction, has enqueued.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

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
