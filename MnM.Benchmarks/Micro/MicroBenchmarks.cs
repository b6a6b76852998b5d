using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace MnM.Benchmarks.Micro;

/// <summary>Runs BenchmarkDotNet.</summary>
internal static class MicroBenchmarks
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        // In this process, so with MnM.Web's settings of the runtime. The usual toolchain builds a project of its own for each run, and cannot here:
        // this project hides BenchmarkDotNet from those that refer to it.
        var config = DefaultConfig.Instance
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));

        // Without a choice the switcher would ask on the console.
        string[] chosen = arguments.Count == 0 ? ["--filter", "*"] : [.. arguments];
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(MicroBenchmarks).Assembly).Run(chosen, config);
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? ExitCode.Missed : ExitCode.Fine;
    }
}
