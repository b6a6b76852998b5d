using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>On which differences of average places are drawn under each other; no difference is in the middle.</summary>
/// <param name="Most">Difference at its ends.</param>
internal sealed record DeltaScale(double Most)
{
    /// <summary>Differences are told to a tenth.</summary>
    private const double Step = .1;

    /// <summary>The narrowest one that holds all intervals.</summary>
    public static DeltaScale Of(IEnumerable<Estimate?> deltas) =>
        new(Math.Max(Step, Math.Ceiling(deltas.OfType<Estimate>().Select(delta => Math.Max(Math.Abs(delta.Low), Math.Abs(delta.High))).DefaultIfEmpty(0).Max() / Step) * Step));

    /// <summary>Percent from the left.</summary>
    public double X(double delta) => 50 + (50 * Math.Clamp(delta / Most, -1, 1));
}
