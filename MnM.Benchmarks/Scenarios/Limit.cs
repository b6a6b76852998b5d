using System.Globalization;

namespace MnM.Benchmarks.Scenarios;

/// <summary>What a row's value may be.</summary>
internal sealed record Limit
{
    /// <summary>How far a time or a rate may be past its limit: machines differ and are shared, a program that got slow shows beyond it.</summary>
    private const double Patience = 2;

    private bool _most;

    private Limit()
    {
    }

    public double Value { get; private init; }

    public static Limit AtMost(double value) => new() { Value = value, _most = true };

    public static Limit AtLeast(double value) => new() { Value = value };

    /// <summary>Whether the value is within the limit itself.</summary>
    public bool Holds(double value) => _most ? value <= Value : value >= Value;

    /// <summary>Whether the value passes: counts, bytes and ratios within the limit, times and rates within twice.</summary>
    public bool Allows(double value, string unit) =>
        !Units.IsTimed(unit) ? Holds(value)
        : _most ? value <= Value * Patience
        : value >= Value / Patience;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(_most ? '≤' : '≥')} {Value:0.###}");
}
