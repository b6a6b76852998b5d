using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Benchmarks.Requests;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Storage;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>A database of MnM's in a folder of its own, with the collector on it and nothing running.</summary>
internal sealed class EmptyDatabase : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly SocketsHttpHandler _wire = new();

    private EmptyDatabase() => Collector = new WholeCollector(_folder.Path, KnownKeys.League, "http://127.0.0.1:1/{route}", _wire, TimeProvider.System);

    public WholeCollector Collector { get; }

    public MatchStore Store => Collector.Get<MatchStore>();

    public string Folder => _folder.Path;

    public string File => Collector.Get<IOptions<StorageOptions>>().Value.DatabasePath;

    public static async Task<EmptyDatabase> CreateAsync(CancellationToken cancellationToken)
    {
        var database = new EmptyDatabase();
        await database.Collector.MigrateAsync(cancellationToken);
        return database;
    }

    /// <summary>One with all that another holds.</summary>
    public static async Task<EmptyDatabase> CopyAsync(EmptyDatabase other, CancellationToken cancellationToken)
    {
        var database = new EmptyDatabase();
        await DatabaseSize.CopyAsync(other.File, database.File, cancellationToken);
        return database;
    }

    /// <summary>Stores the timeline of a match that is stored.</summary>
    public async Task StoreTimelineAsync(SampleMatch sample, CancellationToken cancellationToken)
    {
        await using var db = await Collector.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var timeline = new MatchTimeline
        {
            MatchId = sample.MatchId,
            Frames = TimelineReader.CountFrames(sample.Timeline) ?? 0,
            FetchedAt = TimeProvider.System.GetUtcNow(),
            Tries = 1,
            Payload = Packing.Pack(sample.Timeline),
        };
        await MatchStore.StoreAsync(db, timeline, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Bytes without free pages.</summary>
    public Task<long> SizeAsync(CancellationToken cancellationToken) => DatabaseSize.ReadAsync(File, _folder.File("copy.db"), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Collector.DisposeAsync();
        _wire.Dispose();
        _folder.Dispose();
    }
}
