using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.Sharing;

/// <summary>A database of its own for one test.</summary>
internal sealed class SharingDatabase : IDbContextFactory<MnmDbContext>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DbContextOptions<MnmDbContext> _options;

    public SharingDatabase()
    {
        _options = (DbContextOptions<MnmDbContext>)new DbContextOptionsBuilder<MnmDbContext>().UseMnmSqlite(_folder.File("mnm.db")).Options;
        using var db = CreateDbContext();
        db.Database.Migrate();
    }

    public IOptions<StorageOptions> Storage => Options.Create(new StorageOptions { DatabasePath = _folder.File("mnm.db") });

    public MnmDbContext CreateDbContext() => new(_options);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
