namespace MnM.Collector.StaticData;

/// <summary>Where the first catalog came from.</summary>
public enum CatalogSource
{
    /// <summary>Neither disk nor network had one; names and pictures are missing for now.</summary>
    None,

    /// <summary>It lay on disk from an earlier start.</summary>
    Disk,

    /// <summary>It was fetched from Data Dragon.</summary>
    Network,
}
