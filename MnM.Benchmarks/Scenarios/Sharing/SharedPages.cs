using System.Diagnostics;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Scenarios.Live;
using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>Fifty paired devices with a live page each, while MnM polls a game every second: how soon they are drawn, and what that takes of MnM.</summary>
internal sealed class SharedPages : Measurement
{
    public const int Devices = 50;

    /// <summary>So many polls at least are counted.</summary>
    public const int Polls = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public override string Title => $"The live page on {Devices} devices";

    public override string? FindLack() => LinuxProcess.FindLack() ?? Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var (warmUp, watched, samples) = size == Size.Quick ? (20, 25, 5) : (60, 90, 30);
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, [], cancellationToken);
        await using var mnm = MnmProcess.Start(data, [], simulator.Settings.Concat(SharedMnm.Settings).ToDictionary());
        await mnm.WaitForAsync("/api/games/live", _ => true, Patience, cancellationToken);
        var devices = await SharedMnm.PairAsync(mnm, Devices, cancellationToken);
        await WaitAsync(warmUp);
        var alone = await ReadMemoryAsync();

        // The socket tells when polls were made, which pages do not.
        await using var socket = await ViewersProcess.StartAsync(folder.Path, mnm.Address, sockets: 1, circuits: 0, cancellationToken);
        await using var pages = await ViewersProcess.StartAsync(folder.Path, mnm.Address, devices, cancellationToken);

        // Whoever plays for half an hour does not see the start, in which methods are compiled.
        await WaitAsync(warmUp);
        var (worked, start, from) = (mnm.ReadProcessorTime(), Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow());
        await WaitAsync(watched);
        var (share, passed, end) = (mnm.ReadProcessorTime() - worked, Stopwatch.GetElapsedTime(start), TimeProvider.System.GetUtcNow());
        var shared = await ReadMemoryAsync();

        IReadOnlyList<Sighting> seen = [.. await socket.StopAsync(cancellationToken), .. await pages.StopAsync(cancellationToken)];
        var arrivals = Arrivals.Of([.. seen.Where(sighting => sighting.At >= from)], end);
        results.Add("shared_pages", seen.Where(sighting => sighting.At >= from && sighting.PolledAt is null).Select(sighting => sighting.Viewer).Distinct().Count());
        results.Add("fanout_polls", arrivals.Polls);
        results.Add("fanout_missed", arrivals.Missed);
        results.Add("fanout_p99_ms", Results.Percentile(arrivals.Delays, 99));
        results.Add("fanout_p50_ms", Results.Percentile(arrivals.Delays, 50));
        results.Add("cpu_percent", share / passed * 100);
        results.Add("private_mb_alone", alone);
        results.Add("private_mb_shared", shared);
        results.Add("mb_per_circuit", (shared - alone) / Devices);

        Task WaitAsync(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellationToken);

        async Task<double> ReadMemoryAsync()
        {
            var read = new List<double>();
            while (read.Count < samples)
            {
                read.Add(LinuxProcess.ReadPrivateMegabytes(mnm.Id));
                await Task.Delay(Step, TimeProvider.System, cancellationToken);
            }

            return Results.Median(read);
        }
    }
}
