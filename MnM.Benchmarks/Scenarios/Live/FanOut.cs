using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>From the arrival of the game's answer until a hundred sockets, twenty circuits and a browser have it, all at once.</summary>
internal sealed class FanOut : Measurement
{
    /// <summary>So many polls at least are counted.</summary>
    public const int Polls = 60;

    /// <summary>Sockets, circuits and the browser.</summary>
    public const int Viewers = Sockets + Circuits + 1;

    private const int Sockets = 100;
    private const int Circuits = 20;
    private const int Spare = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public override string Title => "Fan-out";

    public override string? FindLack() => Programs.FindLack() ?? ChromiumTab.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, ["--speed", "5"], cancellationToken);
        var settings = new Dictionary<string, string>(simulator.Settings) { ["POLLING_INTERVAL_SECONDS"] = size == Size.Quick ? "0.5" : "1" };
        await using var mnm = MnmProcess.Start(data, [], settings);
        await mnm.WaitForAsync("/api/games/live", _ => true, Patience, cancellationToken);
        await using var viewers = await ViewersProcess.StartAsync(folder.Path, mnm.Address, Sockets, Circuits, cancellationToken);
        await using var tab = await ChromiumTab.OpenAsync(mnm.Address);
        var polls = await simulator.CountPollsAsync(cancellationToken) + Spare + (size == Size.Quick ? Polls : 2 * Polls);
        await simulator.WaitForPollsAsync(polls, Patience, cancellationToken);
        var end = TimeProvider.System.GetUtcNow();
        IReadOnlyList<Sighting> seen = [.. await tab.ReadAsync(), .. await viewers.StopAsync(cancellationToken)];
        var arrivals = Arrivals.Of(seen, end);
        results.Add("fanout_polls", arrivals.Polls);
        results.Add("fanout_viewers", seen.Select(sighting => sighting.Viewer).Distinct().Count());
        results.Add("fanout_messages", seen.Count);
        results.Add("fanout_missed", arrivals.Missed);
        results.Add("fanout_p50_ms", Results.Percentile(arrivals.Delays, 50));
        results.Add("fanout_p99_ms", Results.Percentile(arrivals.Delays, 99));
    }
}
