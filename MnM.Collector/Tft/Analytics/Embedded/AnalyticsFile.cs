using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>tft.db beside the main database. All in it can be derived again from the raw matches: a file that is damaged or of another version is thrown away.</summary>
internal sealed partial class AnalyticsFile(IOptions<StorageOptions> storage, ILogger<AnalyticsFile> logger)
{
    /// <summary>Counted up by whoever changes the tables or what the segments hold.</summary>
    private const int Version = 1;

    private const int NoDatabase = 26;
    private const int Damaged = 11;

    // Few pages are kept: a query reads each of its own once. Freed pages can be given back, when a set is archived.
    private const string Pragmas = "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=2000; PRAGMA cache_size=-256;";

    private const string Tables =
        """
        CREATE TABLE generations (generation INTEGER NOT NULL);
        CREATE TABLE segments (
            id INTEGER PRIMARY KEY, patch INTEGER NOT NULL, matches INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, columns BLOB NOT NULL);
        CREATE INDEX segments_by_patch ON segments (patch, matches);
        CREATE TABLE derived_matches (match_id TEXT NOT NULL PRIMARY KEY, segment INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE rollups (
            subject INTEGER NOT NULL, patch INTEGER NOT NULL, set_number INTEGER NOT NULL, queue INTEGER NOT NULL, platform INTEGER NOT NULL, has_ladder_player INTEGER NOT NULL,
            packed_key INTEGER NOT NULL, sums BLOB NOT NULL, PRIMARY KEY (subject, patch, set_number, queue, platform, has_ladder_player, packed_key)) WITHOUT ROWID;
        CREATE TABLE coverage (
            patch INTEGER NOT NULL, set_number INTEGER NOT NULL, queue INTEGER NOT NULL, platform INTEGER NOT NULL, day INTEGER NOT NULL, highest_tier INTEGER NOT NULL,
            matches INTEGER NOT NULL, unit_rows INTEGER NOT NULL, PRIMARY KEY (patch, set_number, queue, platform, day, highest_tier)) WITHOUT ROWID;
        """;

    private readonly string _path = Path.Combine(Path.GetDirectoryName(storage.Value.DatabasePath)!, "tft.db");
    private readonly Lock _opening = new();
    private bool _isReady;

    public string FilePath => _path;

    /// <summary>A connection to the file, which is made where there is none.</summary>
    public SqliteConnection Open()
    {
        lock (_opening)
        {
            if (!_isReady)
            {
                Prepare();
                _isReady = true;
            }
        }

        return Connect();
    }

    /// <summary>Number of the file's contents.</summary>
    public static long ReadGeneration(SqliteConnection connection) => (long)connection.Command("SELECT generation FROM generations").ExecuteScalar()!;

    /// <summary>Begins another generation, of which nothing is there.</summary>
    public static void BeginGeneration(SqliteConnection connection)
    {
        connection.Run("DELETE FROM generations; DELETE FROM segments; DELETE FROM derived_matches; DELETE FROM rollups; DELETE FROM coverage");

        // By chance and not by counting: a file that is new must not pass for the one that was before it.
        connection.Run("INSERT INTO generations VALUES ($generation)", ("$generation", (long)RandomNumberGenerator.GetInt32(1, int.MaxValue) << 16 | (long)RandomNumberGenerator.GetInt32(1, 1 << 16)));
    }

    private void Prepare()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        try
        {
            using var connection = Connect();
            if (VersionOf(connection) == Version)
            {
                return;
            }
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is NoDatabase or Damaged)
        {
            Log.Damaged(logger, _path, fault);
        }

        Remake();
    }

    private void Remake()
    {
        using (var old = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(old);
        }

        foreach (var end in (string[])["", "-wal", "-shm"])
        {
            File.Delete(_path + end);
        }

        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        connection.Run(Tables);
        BeginGeneration(connection);
        connection.Run($"PRAGMA user_version={Version}");
        transaction.Commit();
    }

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = _path, DefaultTimeout = 2 }.ConnectionString;

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            connection.Run(Pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static long VersionOf(SqliteConnection connection)
    {
        var version = (long)connection.Command("PRAGMA user_version").ExecuteScalar()!;
        _ = connection.Command("SELECT count(*) FROM sqlite_schema").ExecuteScalar();
        return version;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The file of the TFT figures, {Path}, is damaged; they are derived again from the stored matches")]
        public static partial void Damaged(ILogger logger, string path, Exception fault);
    }
}
