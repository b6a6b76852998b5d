using System.Globalization;

namespace MnM.Benchmarks.Scenarios;

/// <summary>What a row's value may be.</summary>
internal sealed record Limit
{
    /// <summary>How far a time or a rate may be past its limit: machines differ and are shared, a program that got slow shows beyond it.</summary>
    private const double Patience = 2;

    private Limit()
    {
    }

    public double Value { get; private init; }

    private bool IsMost { get; init; }

    public static Limit AtMost(double value) => new() { Value = value, IsMost = true };

    public static Limit AtLeast(double value) => new() { Value = value };

    /// <summary>Whether the value is within the limit itself.</summary>
    public bool Holds(double value) => IsMost ? value <= Value : value >= Value;

    /// <summary>Whether the value passes: counts, bytes and ratios within the limit, times and rates within twice.</summary>
    public bool Allows(double value, string unit) =>
        !Units.IsTimed(unit) ? Holds(value)
        : IsMost ? value <= Value * Patience
        : value >= Value / Patience;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsMost ? '≤' : '≥')} {Value:0.###}");
}
