namespace MnM.Collector.Backplane;

/// <summary>What became of an item of work. All but the first are final.</summary>
public enum WorkState
{
    /// <summary>It waits, or somebody works on it.</summary>
    Open,

    /// <summary>Its result is stored.</summary>
    Done,

    /// <summary>What it asked for does not exist.</summary>
    NotFound,

    /// <summary>What it asked for is not shown to us.</summary>
    Private,

    /// <summary>It was called off.</summary>
    Aborted,

    /// <summary>It was not done by its time limit.</summary>
    Expired,

    /// <summary>It went wrong too often, or in a way that no repetition mends.</summary>
    Failed,
}
