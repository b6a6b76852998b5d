using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Rows;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tft.Analytics;

/// <summary>A database beside a store that says what the test has it say.</summary>
internal sealed class StoredRows : IDbContextFactory<MnmDbContext>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DbContextOptions<MnmDbContext> _options;

    public StoredRows()
    {
        var options = new DbContextOptionsBuilder<MnmDbContext>();
        options.UseMnmSqlite(_folder.File("mnm.db"));
        _options = options.Options;
        using var db = CreateDbContext();
        db.Database.Migrate();
        Answers = new AnswerCache(Clock, NullLogger<AnswerCache>.Instance);
    }

    public SimulatorClock Clock { get; } = new();

    public FakeAnalytics Store { get; } = new();

    public AnswerCache Answers { get; }

    /// <summary>Reads what the store says it has.</summary>
    public TftCoverageQueries Coverage => field ??= new TftCoverageQueries(Store, this, Clock);

    public RowsTurn Turn { get; } = new();

    public MnmDbContext CreateDbContext() => new(_options);

    public void Dispose()
    {
        Turn.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
