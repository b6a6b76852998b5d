using MnM.Collector.Matches;

namespace MnM.Collector.Insights.Stories;

/// <summary>Means of games with Student's interval.</summary>
internal static class SampleMean
{
    /// <summary>The mean of some games with its interval; null under two of them, which have none.</summary>
    public static Sample? Of(IReadOnlyCollection<double> values, string? rank = null)
    {
        var n = values.Count;
        if (n < 2)
        {
            return null;
        }

        var mean = values.Average();
        var margin = StudentT.Quantile(n - 1) * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (n - 1) / n);
        return new Sample(mean, mean - margin, mean + margin, n, rank);
    }

    /// <summary>The standard deviation of the games that a sample was made of.</summary>
    public static double Deviation(Sample sample) => sample.Margin / StudentT.Quantile(sample.Games - 1) * Math.Sqrt(sample.Games);
}
