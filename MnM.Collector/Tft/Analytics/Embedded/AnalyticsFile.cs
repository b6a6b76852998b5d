using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>
/// tft.db beside the main database. All in it can be derived again from the raw matches: a file that is damaged, of another version, or made by the names of another database is thrown away.
/// </summary>
internal sealed partial class AnalyticsFile(IOptions<StorageOptions> storage, NameBook names, TimeProvider time, ILogger<AnalyticsFile> logger) : IDisposable
{
    /// <summary>Counted up by whoever changes the tables or what the segments hold.</summary>
    private const int Version = 2;

    private const int NoDatabase = 26;
    private const int Damaged = 11;

    // Few pages are kept: a query reads each of its own once. Freed pages can be given back, when a set is archived.
    private const string Pragmas = "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=2000; PRAGMA cache_size=-256;";

    private const string Tables =
        """
        CREATE TABLE generations (generation INTEGER NOT NULL, names TEXT NOT NULL);
        CREATE TABLE segments (
            id INTEGER PRIMARY KEY, patch INTEGER NOT NULL, matches INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, columns BLOB NOT NULL);
        CREATE INDEX segments_by_patch ON segments (patch, matches);
        CREATE TABLE derived_matches (match_id TEXT NOT NULL PRIMARY KEY, segment INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE rollups (
            subject INTEGER NOT NULL, patch INTEGER NOT NULL, set_number INTEGER NOT NULL, queue INTEGER NOT NULL, platform INTEGER NOT NULL, has_ladder_player INTEGER NOT NULL,
            packed_key INTEGER NOT NULL, sums BLOB NOT NULL, PRIMARY KEY (subject, patch, set_number, queue, platform, has_ladder_player, packed_key)) WITHOUT ROWID;
        CREATE TABLE coverage (
            patch INTEGER NOT NULL, set_number INTEGER NOT NULL, queue INTEGER NOT NULL, platform INTEGER NOT NULL, day INTEGER NOT NULL, highest_tier INTEGER NOT NULL,
            matches INTEGER NOT NULL, unit_rows INTEGER NOT NULL, ladder_boards INTEGER NOT NULL, old_ladder_boards INTEGER NOT NULL,
            PRIMARY KEY (patch, set_number, queue, platform, day, highest_tier)) WITHOUT ROWID;
        """;

    private readonly string _path = storage.Value.DerivedPath;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile bool _isReady;
    private volatile bool _isDamaged;
    private int _discarded;

    public string FilePath => _path;

    /// <summary>What befell the file since MnM started, in a sentence; null for nothing.</summary>
    public string? Mishap { get; private set; }

    /// <summary>Works on a connection to the file, which is made where there is none. Damage that the work meets has the file made anew before the next one.</summary>
    public async Task<T> UseAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        if (!_isReady)
        {
            await PrepareAsync(cancellationToken);
        }

        var discarded = Volatile.Read(ref _discarded);
        try
        {
            using var connection = Connect();
            return work(connection);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            // Of several readers that meet the same damage the first says so; the others' file is gone by then.
            if (Interlocked.CompareExchange(ref _discarded, discarded + 1, discarded) == discarded)
            {
                NoteDamage(fault);
                _isReady = false;
            }

            throw;
        }
    }

    /// <summary>Number of the file's contents.</summary>
    public static long ReadGeneration(SqliteConnection connection) => (long)connection.Command("SELECT generation FROM generations").ExecuteScalar()!;

    /// <summary>Begins another generation, of which nothing is there.</summary>
    public static void BeginGeneration(SqliteConnection connection)
    {
        connection.Run("DELETE FROM segments; DELETE FROM derived_matches; DELETE FROM rollups; DELETE FROM coverage");
        connection.Run("UPDATE generations SET generation = $generation", ("$generation", NewGeneration()));
    }

    public void Dispose() => _opening.Dispose();

    // By chance and not by counting: a file that is new must not pass for the one that was before it.
    private static long NewGeneration() => (long)RandomNumberGenerator.GetInt32(1, int.MaxValue) << 16 | (long)RandomNumberGenerator.GetInt32(1, 1 << 16);

    /// <summary>What SQLite says of damage, and segments or sums that are not what they say; another fault, as a full disk, is not mended by beginning anew.</summary>
    private static bool IsDamage(Exception fault) => fault is InvalidDataException or SqliteException { SqliteErrorCode: NoDatabase or Damaged };

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (!_isReady)
            {
                Prepare(await names.ReadIdAsync(cancellationToken));
                (_isReady, _isDamaged) = (true, false);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    private void Prepare(string book)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        try
        {
            using var connection = _isDamaged ? null : Connect();
            if (connection is not null && VersionOf(connection) == Version && BookOf(connection) == book)
            {
                return;
            }
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            NoteDamage(fault);
        }

        Remake(book);
    }

    private void NoteDamage(Exception fault)
    {
        _isDamaged = true;
        Mishap = $"The file of the figures was damaged ({time.GetUtcNow():d MMM yyyy HH:mm} UTC). It is made anew from the stored matches, without a request to Riot.";
        Log.Damaged(logger, _path, fault);
    }

    private void Remake(string book)
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
        connection.Run("INSERT INTO generations VALUES ($generation, $names)", ("$generation", NewGeneration()), ("$names", book));
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

    private static string? BookOf(SqliteConnection connection) => (string?)connection.Command("SELECT names FROM generations").ExecuteScalar();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The file of the TFT figures, {Path}, is damaged; they are derived again from the stored matches")]
        public static partial void Damaged(ILogger logger, string path, Exception fault);
    }
}
