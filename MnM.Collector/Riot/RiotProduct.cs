namespace MnM.Collector.Riot;

/// <summary>What a key was given for. Each product sees ids of its own.</summary>
public enum RiotProduct
{
    League,
    Tactics,
}
