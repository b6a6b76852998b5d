namespace MnM.Collector.Tft;

/// <summary>The tiers with a ladder of their own. Their numbers are stored.</summary>
public enum TftTier
{
    Master = 1,
    Grandmaster = 2,
    Challenger = 3,
}
