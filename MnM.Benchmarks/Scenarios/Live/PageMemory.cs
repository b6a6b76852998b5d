using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>Private memory of the demo, started as the README says, during a game and with the live page open so many times.</summary>
internal sealed class PageMemory : Measurement
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public override string Title => "Private memory";

    public override string? FindLack() => LinuxProcess.FindLack() ?? Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await using var mnm = MnmProcess.StartByDotnetRun(data, ["--demo"]);
        await mnm.WaitForAsync("/api/games/live", _ => true, Patience, cancellationToken);
        await AddAsync("private_mb_0");
        await using var one = await ViewersProcess.StartAsync(folder.Path, mnm.Address, sockets: 0, circuits: 1, cancellationToken);
        await AddAsync("private_mb_1");
        await using var four = await ViewersProcess.StartAsync(folder.Path, mnm.Address, sockets: 0, circuits: 4, cancellationToken);
        await AddAsync("private_mb_5");

        // Viewers that failed meanwhile had no page open.
        await four.StopAsync(cancellationToken);
        await one.StopAsync(cancellationToken);

        async Task AddAsync(string row)
        {
            var id = mnm.FindRunId();
            var samples = new List<double>();
            await Task.Delay(size == Size.Quick ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(60), TimeProvider.System, cancellationToken);
            for (var n = 0; n < (size == Size.Quick ? 5 : 30); n++)
            {
                samples.Add(LinuxProcess.ReadPrivateMegabytes(id));
                await Task.Delay(Step, TimeProvider.System, cancellationToken);
            }

            results.AddMedian(row, samples);
        }
    }
}
