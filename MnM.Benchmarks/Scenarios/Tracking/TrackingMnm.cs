using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Benchmarks.Requests;
using MnM.Collector;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>MnM's whole collector on a database, of which only tracking is set going.</summary>
internal sealed class TrackingMnm : IAsyncDisposable
{
    private readonly WholeCollector _collector;

    /// <param name="folder">Holds the database.</param>
    /// <param name="key">The key it has.</param>
    /// <param name="baseUrl">Riot's address.</param>
    /// <param name="wire">What requests go out through.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tracking">Sets what is not as usual.</param>
    public TrackingMnm(string folder, RiotKey key, string baseUrl, HttpMessageHandler wire, TimeProvider time, Action<TrackingOptions>? tracking = null) =>
        _collector = new WholeCollector(folder, key, baseUrl, wire, time, services => services.Configure(tracking ?? (_ => { })));

    /// <summary>The loops of tracking.</summary>
    public IEnumerable<PollingService> Loops => _collector.Hosted(typeof(TrackingStore)).OfType<PollingService>();

    public Task MigrateAsync(CancellationToken cancellationToken) => _collector.MigrateAsync(cancellationToken);

    /// <summary>Has somebody tracked.</summary>
    /// <exception cref="InvalidOperationException">MnM does not find them.</exception>
    public async Task AddAsync(string riotId, CancellationToken cancellationToken)
    {
        var answer = await _collector.Get<TrackingStore>().AddAsync(riotId, cancellationToken: cancellationToken);
        if (answer is not AddedPlayer.Added)
        {
            throw new InvalidOperationException($"{riotId} was not added: {answer.Sentence}");
        }
    }

    /// <summary>What is stored.</summary>
    public Task<StoredWeek> ReadAsync() => StoredWeek.ReadAsync(_collector.Get<IDbContextFactory<MnmDbContext>>());

    /// <summary>Ends as by a kill: nobody stops anything first.</summary>
    public ValueTask DisposeAsync() => _collector.DisposeAsync();
}
