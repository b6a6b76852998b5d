using System.Diagnostics;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>How much of one core the real program works while it polls a game each second and one live page is open.</summary>
internal sealed class PollingTime : Measurement
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override string Title => "Processor time";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, [], cancellationToken);
        await using var mnm = MnmProcess.Start(data, [], simulator.Settings);
        await mnm.WaitForAsync("/api/games/live", _ => true, Patience, cancellationToken);
        await using var page = await ViewersProcess.StartAsync(folder.Path, mnm.Address, sockets: 0, circuits: 1, cancellationToken);

        // Whoever plays for half an hour does not see the start, in which methods are compiled.
        await WaitAsync(size == Size.Quick ? 20 : 60);
        var (worked, start, from) = (mnm.ReadProcessorTime(), Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow());
        await WaitAsync(size == Size.Quick ? 20 : 90);
        var (share, passed) = (mnm.ReadProcessorTime() - worked, Stopwatch.GetElapsedTime(start));
        var drawn = (await page.StopAsync(cancellationToken)).Count(sighting => sighting.At >= from);
        if (drawn < passed.TotalSeconds * 0.9)
        {
            throw new InvalidOperationException($"The page was drawn {drawn} times in {passed.TotalSeconds:0} s: MnM did not do its work.");
        }

        results.Add("cpu_percent", share / passed * 100);

        Task WaitAsync(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellationToken);
    }
}
