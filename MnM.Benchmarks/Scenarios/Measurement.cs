namespace MnM.Benchmarks.Scenarios;

/// <summary>Measures some rows of a scenario.</summary>
internal abstract class Measurement
{
    /// <summary>What it measures, for people who wait.</summary>
    public abstract string Title { get; }

    /// <summary>What it needs and is not installed or built, in a sentence with the remedy; null where nothing is lacking.</summary>
    public virtual string? FindLack() => null;

    public abstract Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken);
}
