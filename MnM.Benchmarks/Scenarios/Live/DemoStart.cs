using System.Diagnostics;
using System.Text.Json;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>From the start of the real program with --demo until ten people are in the running game.</summary>
internal sealed class DemoStart : Measurement
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public override string Title => "Start of the demo";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var starts = new List<double>();
        var processes = new List<double>();
        for (var round = 0; round < Results.Rounds; round++)
        {
            processes.Add(await BareProcessAsync(cancellationToken));
            starts.Add(await StartAsync(size, cancellationToken));
        }

        results.AddMedian("demo_first_players_s", starts);
        results.AddMedian("yardstick_process_ms", processes);
    }

    private static async Task<double> StartAsync(Size size, CancellationToken cancellationToken)
    {
        // The demo waits 25 s of its own time before the game, to show what MnM looks like without one.
        string[] switches = size == Size.Quick ? ["--demo", "--demo-speed", "10"] : ["--demo"];
        using var folder = new ScratchFolder();
        var start = Stopwatch.GetTimestamp();
        await using var mnm = MnmProcess.Start(folder.Path, switches);
        await mnm.WaitForAsync("/api/games/live", HasTenPlayers, Patience, cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static bool HasTenPlayers(JsonElement game) => game.GetProperty("players").GetArrayLength() == 10;

    /// <summary>The same program without any work of its own.</summary>
    private static async Task<double> BareProcessAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await using var process = ChildProcess.Start(Programs.Mnm, Path.GetTempPath(), ["--help"]);
        await process.WaitForEndAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
