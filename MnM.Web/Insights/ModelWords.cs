using System.Globalization;
using MnM.Collector.Insights.WinProbability;
using MnM.Web.Live;

namespace MnM.Web.Insights;

/// <summary>How the page says what the model is worth.</summary>
internal static class ModelWords
{
    /// <summary>Three decimals.</summary>
    public static string Score(double score) => score.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>31 % better.</summary>
    public static string Improvement(ModelTest test) => test.ImprovementPercent >= 0
        ? string.Create(CultureInfo.InvariantCulture, $"{test.ImprovementPercent:0.0} % better")
        : string.Create(CultureInfo.InvariantCulture, $"{-test.ImprovementPercent:0.0} % worse");

    /// <summary>The interval of the improvement.</summary>
    public static string Interval(ModelTest test) => string.Create(CultureInfo.InvariantCulture, $"{Signed(test.Low)} to {Signed(test.High)} %");

    /// <summary>What the test says, in a sentence.</summary>
    public static string Verdict(ModelTest test) => test.Low > 0
        ? "It is better than always saying the same chance, beyond what luck could do."
        : "Luck alone could make it this good: do not trust its chances yet.";

    /// <summary>58 % of the side that has it; – where there is no such thing yet.</summary>
    public static string Chance(double? chance) => chance is { } share ? Figures.Percent(share) : "–";

    public static string Matches(int matches) => matches == 1 ? "1 match" : $"{Figures.Whole(matches)} matches";

    public static string Seconds(TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");

    private static string Signed(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−');
}
