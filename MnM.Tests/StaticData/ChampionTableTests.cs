using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.StaticData;

public sealed class ChampionTableTests : IDbContextFactory<MnmDbContext>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DbContextOptions<MnmDbContext> _options;

    public ChampionTableTests()
    {
        _options = (DbContextOptions<MnmDbContext>)new DbContextOptionsBuilder<MnmDbContext>().UseMnmSqlite(_folder.File("mnm.db")).Options;
        using var db = CreateDbContext();
        db.Database.Migrate();
    }

    [Fact]
    public async Task The_champions_of_the_catalog_are_stored_renamed_and_never_taken_away()
    {
        var table = new ChampionTable(this);
        await table.StoreAsync(StaticCatalog.Empty, CancellationToken.None);
        await table.StoreAsync(Catalog("16.18.1", new(62, "MonkeyKing", "Wukong", "MonkeyKing.png"), new(9, "Fiddlesticks", "Fiddlesticks", "F.png")), CancellationToken.None);
        await table.StoreAsync(Catalog("16.19.1", new(62, "MonkeyKing", "Sun Wukong", "MonkeyKing.png"), new(64, "LeeSin", "Lee Sin", "LeeSin.png")), CancellationToken.None);

        await using var db = CreateDbContext();
        Assert.Equal(
            [(9, "Fiddlesticks", "16.18.1"), (62, "Sun Wukong", "16.19.1"), (64, "Lee Sin", "16.19.1")],
            await db.Set<Champion>().OrderBy(champion => champion.ChampId).Select(champion => ValueTuple.Create(champion.ChampId, champion.Name, champion.Version)).ToListAsync());
    }

    public MnmDbContext CreateDbContext() => new(_options);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static StaticCatalog Catalog(string version, params StaticChampion[] champions) =>
        new() { Version = version, Champions = champions.ToFrozenDictionary(champion => champion.Alias) };
}
