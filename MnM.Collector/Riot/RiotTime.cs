namespace MnM.Collector.Riot;

/// <summary>Times as Riot writes them.</summary>
internal static class RiotTime
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The time of Unix milliseconds; null for 0 and for what is no time.</summary>
    public static DateTimeOffset? Of(long milliseconds) => milliseconds > 0 && milliseconds <= Latest ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
