namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>
/// Matches of one patch as columns. The boards of a match lie together, as do the units and traits of a board and the items of a unit: the row of one begins in the others at its start,
/// and ends where the next one's begins.
/// </summary>
internal readonly ref struct Segment
{
    public int Matches => EndedAt.Length;

    // Of matches. Times are seconds of Unix time.
    public required ReadOnlySpan<long> EndedAt { get; init; }
    public required ReadOnlySpan<long> GameId { get; init; }
    public required ReadOnlySpan<int> Set { get; init; }
    public required ReadOnlySpan<int> Queue { get; init; }
    public required ReadOnlySpan<ushort> Platform { get; init; }
    public required ReadOnlySpan<byte> BoardCount { get; init; }

    // Of boards. A tier of 0 is nobody of a ladder; the age of a standing is in seconds.
    public required ReadOnlySpan<uint> StandingAge { get; init; }
    public required ReadOnlySpan<ushort> Gold { get; init; }
    public required ReadOnlySpan<ushort> Points { get; init; }
    public required ReadOnlySpan<ushort> CompTrait { get; init; }
    public required ReadOnlySpan<ushort> CompSecondTrait { get; init; }
    public required ReadOnlySpan<ushort> CompCarry { get; init; }
    public required ReadOnlySpan<byte> Placement { get; init; }
    public required ReadOnlySpan<byte> Level { get; init; }
    public required ReadOnlySpan<byte> LastRound { get; init; }
    public required ReadOnlySpan<byte> Tier { get; init; }
    public required ReadOnlySpan<byte> UnitCount { get; init; }
    public required ReadOnlySpan<byte> TraitCount { get; init; }

    // Of units.
    public required ReadOnlySpan<ushort> Unit { get; init; }
    public required ReadOnlySpan<byte> Star { get; init; }
    public required ReadOnlySpan<byte> Rarity { get; init; }
    public required ReadOnlySpan<byte> ItemCount { get; init; }

    public required ReadOnlySpan<ushort> Item { get; init; }

    // Of traits.
    public required ReadOnlySpan<ushort> Trait { get; init; }
    public required ReadOnlySpan<byte> TraitUnits { get; init; }
    public required ReadOnlySpan<byte> TraitStyle { get; init; }
    public required ReadOnlySpan<byte> TraitTier { get; init; }

    // One more each than there are rows.
    public required ReadOnlySpan<int> BoardStart { get; init; }
    public required ReadOnlySpan<int> UnitStart { get; init; }
    public required ReadOnlySpan<int> TraitStart { get; init; }
    public required ReadOnlySpan<int> ItemStart { get; init; }

    public ReadOnlySpan<ushort> ItemsOf(int unit) => Item[ItemStart[unit]..ItemStart[unit + 1]];
}
