using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Hosting;

namespace MnM.Tests.Storage.Backups;

/// <summary>A migrated database in a folder of its own, with a table of notes, and what looks after its backups.</summary>
internal sealed class BackupRun : IDisposable
{
    public BackupRun()
    {
        Clock.Advance(new DateTimeOffset(2026, 11, 23, 2, 14, 0, TimeSpan.Zero) - DateTimeOffset.UnixEpoch);
        Options = new() { DataDirectory = Folder.Path };
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        Backups = new(options);
        Copier = new(Clock, NullLogger<DatabaseCopier>.Instance) { FreeBytes = folder => FreeBytes(folder) };
        Desk = new(Backups, Copier, options, Clock, NullLogger<BackupDesk>.Instance);
        Loop = NewLoop();
        Restore = new(Backups, Copier, options, Clock, NullLogger<DatabaseRestore>.Instance);
        Check = new(Backups, options, Clock);
        Start = new(Restore, Check, new(new Contexts(this), NullLogger<DatabaseMigrator>.Instance), options);
    }

    public TemporaryFolder Folder { get; } = new();
    public ManualClock Clock { get; } = new();
    public StorageOptions Options { get; }
    public BackupFolder Backups { get; }
    public DatabaseCopier Copier { get; }
    public BackupDesk Desk { get; }
    public BackupLoop Loop { get; }
    public DatabaseRestore Restore { get; }
    public StartCheck Check { get; }
    public DatabaseStart Start { get; }

    /// <summary>What a disk has room for; asked in the middle of each copy.</summary>
    public Func<string, long?> FreeBytes { get; set; } = _ => null;
    public string Database => Options.DatabasePath;

    public static async Task<BackupRun> StartAsync()
    {
        BackupRun run = new();
        await run.BeginAsync();
        await run.SqlAsync("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL); CREATE INDEX by_text ON note (text)");
        return run;
    }

    public BackupLoop NewLoop() => new(Desk, Backups, Microsoft.Extensions.Options.Options.Create(Options), Clock, NullLogger<BackupLoop>.Instance);

    public Task BeginAsync() => Start.StartingAsync(CancellationToken.None);

    public async Task<Backup> MakeAsync(BackupKind kind = BackupKind.Manual) => (await Desk.MakeAsync(kind, CancellationToken.None)).Made!;

    public Task<string?> StageAsync(Backup backup) => Restore.StageAsync(PathOf(backup), CancellationToken.None);

    public string PathOf(Backup backup) => Path.Combine(Backups.Path, backup.Name);

    public Task WriteAsync(string text) => SqlAsync($"INSERT INTO note (text) VALUES ('{text}')");

    public async Task SqlAsync(string sql, string? file = null)
    {
        await using var db = Context(file ?? Database);
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public Task<IReadOnlyList<string>> NotesAsync(string? file = null) => ReadAsync("SELECT text AS Value FROM note ORDER BY id", file);

    /// <summary>The texts that a question brings, which calls them Value.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string sql, string? file = null)
    {
        await using var db = Context(file ?? Database);
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    /// <summary>As if MnM had ended: nobody holds the file.</summary>
    public static void Close() => SqliteConnection.ClearAllPools();

    /// <summary>Overwrites pages in the middle of a file.</summary>
    public static void Damage(string file)
    {
        Close();
        using var stream = File.Open(file, FileMode.Open);
        stream.Position = 4096;
        stream.Write(new byte[stream.Length - 4096].AsSpan().Slice(0, (int)Math.Min(stream.Length - 4096, 64 * 1024)));
    }

    public void Dispose()
    {
        Loop.Dispose();
        Close();
        Folder.Dispose();
    }

    private static MnmDbContext Context(string file) => new((DbContextOptions<MnmDbContext>)new DbContextOptionsBuilder<MnmDbContext>().UseMnmSqlite(file).Options);

    private sealed class Contexts(BackupRun owner) : IDbContextFactory<MnmDbContext>
    {
        public MnmDbContext CreateDbContext() => Context(owner.Database);
    }
}
