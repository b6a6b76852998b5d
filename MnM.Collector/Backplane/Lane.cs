namespace MnM.Collector.Backplane;

/// <summary>How urgent work is; a lower number goes first.</summary>
public enum Lane
{
    /// <summary>A game is about to start.</summary>
    Live,

    /// <summary>A tracked friend's game.</summary>
    Tracking,

    /// <summary>Somebody waits for it.</summary>
    Requested,

    /// <summary>Nobody waits for it.</summary>
    Crawl,
}
