namespace MnM.Benchmarks.Scenarios;

/// <summary>Values by row name, filled by measurements.</summary>
internal sealed class Results
{
    /// <summary>How often a time or a rate is measured.</summary>
    public const int Rounds = 5;

    private readonly Dictionary<string, double> _values = [];

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The value of a row; null where it was not measured or is no number.</summary>
    public double? Find(string name) => _values.TryGetValue(name, out var value) && double.IsFinite(value) ? value : null;

    public void Add(string name, double value) => _values.Add(name, value);

    /// <summary>A time or rate: the median of its rounds.</summary>
    /// <exception cref="ArgumentException">There are fewer than <see cref="Rounds"/>.</exception>
    public void AddMedian(string name, IReadOnlyList<double> rounds)
    {
        if (rounds.Count < Rounds)
        {
            throw new ArgumentException($"{name} needs {Rounds} rounds, not {rounds.Count}.", nameof(rounds));
        }

        Add(name, Median(rounds));
    }

    /// <summary>The value that so many percent of all do not exceed; no number where there are none.</summary>
    public static double Percentile(IReadOnlyList<double> values, int percent) =>
        values.Count == 0 ? double.NaN : values.Order().ElementAt((int)Math.Ceiling(values.Count * percent / 100d) - 1);

    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
