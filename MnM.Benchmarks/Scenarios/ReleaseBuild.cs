using System.Diagnostics;
using System.Reflection;
using MnM.Collector;

namespace MnM.Benchmarks.Scenarios;

/// <summary>Whether the code measured in this process is optimized.</summary>
internal static class ReleaseBuild
{
    public static string? FindLack() =>
        typeof(Feed<>).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
            ? "MnM.Benchmarks is a Debug build; use dotnet run -c Release --project MnM.Benchmarks."
            : null;
}
