using MnM.Benchmarks.Scenarios;

namespace MnM.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal abstract record Command
{
    private Command()
    {
    }

    internal sealed record Help : Command;

    /// <param name="Arguments">For BenchmarkDotNet.</param>
    internal sealed record Micro(IReadOnlyList<string> Arguments) : Command;

    internal sealed record Scenario(Scenarios.Scenario Chosen, Size Size, string? JsonFile) : Command;

    internal sealed record Wrong(string Reason) : Command;
}
