using MnM.Collector.Riot;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.History.Import;

/// <summary>A past, a clock and a folder for tests of imports.</summary>
public abstract class ImportContext : IDisposable
{
    private protected ImportContext()
    {
        World = new PastWorld(Clock.GetUtcNow());
        Riot = new StubRiot(World.Answer);
    }

    private protected SimulatorClock Clock { get; } = new();

    private protected PastWorld World { get; }

    private protected StubRiot Riot { get; }

    private protected TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<ImportRun> StartAsync(params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) =>
        ImportRun.StartAsync(Folder, Riot, () => Riot.Count, Clock, null, interceptors);

    private protected Task<ImportRun> StartWithoutKeyAsync() => ImportRun.StartAsync(Folder, Riot, () => Riot.Count, Clock, new RiotOptions());

    /// <summary>How often Riot was asked for something whose address holds that.</summary>
    private protected int Asked(string part) => Riot.Asked.Count(address => address.Contains(part, StringComparison.Ordinal));

    /// <summary>How often Riot was asked for a match, timelines not counted.</summary>
    private protected int AskedForMatches() => Riot.Asked.Count(address => address.Contains("/matches/EUW1_", StringComparison.Ordinal) && !address.EndsWith("/timeline", StringComparison.Ordinal));
}
