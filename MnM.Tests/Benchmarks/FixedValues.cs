using MnM.Benchmarks.Scenarios;

namespace MnM.Tests.Benchmarks;

/// <summary>A measurement whose values are known.</summary>
internal sealed class FixedValues(params (string Name, double Value)[] values) : Measurement
{
    public string? Lack { get; init; }

    public Exception? Failure { get; init; }

    public bool Ran { get; private set; }

    public override string Title => "Fixed values";

    public override string? FindLack() => Lack;

    public override Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        Ran = true;
        foreach (var (name, value) in values)
        {
            results.Add(name, value);
        }

        return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
    }
}
