namespace MnM.Collector.History.Import;

/// <summary>How an import stands. All but the first two are final.</summary>
public enum ImportState
{
    /// <summary>Riot is asked which matches there are; those that are known are fetched meanwhile.</summary>
    Listing,

    /// <summary>The matches are known, and some are not here yet.</summary>
    Fetching,

    /// <summary>Every match is here, or there is a reason why it will not be.</summary>
    Done,

    /// <summary>Somebody ended it; what was stored stays.</summary>
    Cancelled,

    /// <summary>Riot's list of matches could not be read at all.</summary>
    Failed,
}
