namespace MnM.Collector.StaticData;

/// <summary>Units, items and traits of Teamfight Tactics; immutable. Riot publishes these files late, so that each may be of another version than the rest.</summary>
public sealed record TftCatalog
{
    /// <summary>For example TFT17_Jinx.</summary>
    public TftTable Units { get; init; } = TftTable.Empty;

    /// <summary>For example TFT_Item_InfinityEdge.</summary>
    public TftTable Items { get; init; } = TftTable.Empty;

    /// <summary>For example TFT17_Bastion.</summary>
    public TftTable Traits { get; init; } = TftTable.Empty;

    /// <summary>Before anything is read.</summary>
    public static TftCatalog Empty { get; } = new();

    internal TftTable Of(string file) => file switch
    {
        DataFile.TftUnits => Units,
        DataFile.TftItems => Items,
        _ => Traits,
    };

    internal TftCatalog With(string file, TftTable table) => file switch
    {
        DataFile.TftUnits => this with { Units = table },
        DataFile.TftItems => this with { Items = table },
        _ => this with { Traits = table },
    };
}
