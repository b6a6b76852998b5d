using System.Collections.Immutable;

namespace MnM.Collector.Tft.Analytics;

/// <summary>A <see cref="TftQuestion"/> in numbers alone, as the stores get it: no string reaches them. Sorted, so that equal questions are equal queries.</summary>
internal sealed record TftQuery
{
    public required TftSubject Subject { get; init; }

    /// <summary>Codes of patches; all where empty.</summary>
    public ImmutableArray<int> Patches { get; init; } = [];
    public int? Set { get; init; }

    /// <summary>From this second of Unix time.</summary>
    public long? From { get; init; }

    /// <summary>Before this one.</summary>
    public long? Before { get; init; }
    public ImmutableArray<int> Queues { get; init; } = [];
    public ImmutableArray<int> Platforms { get; init; } = [];
    public ImmutableArray<TftTier> Tiers { get; init; } = [];
    public int? MinPoints { get; init; }
    public bool LadderPlayersOnly { get; init; }
    public int? Unit { get; init; }
    public int? MinStar { get; init; }
    public int? MaxStar { get; init; }
    public ImmutableArray<int> With { get; init; } = [];
    public ImmutableArray<int> Without { get; init; } = [];
    public ImmutableArray<int>? Exactly { get; init; }
    public int? ItemCount { get; init; }
    public int? Trait { get; init; }
    public int MinTraitTier { get; init; } = 1;
    public int? MinLevel { get; init; }
    public int? MaxLevel { get; init; }

    /// <summary>Whether it chooses by how players stood on a ladder.</summary>
    public bool AsksForPlayers => LadderPlayersOnly || MinPoints is not null || !Tiers.IsEmpty;

    /// <summary>Whether stars or items choose among the copies of a unit.</summary>
    public bool ChoosesCopies => ChoosesStars || ChoosesItems;

    /// <summary>Whether groups are held against copies of their unit of the same stars: where items make them. Else it is the stars that do.</summary>
    public bool HoldsStars => ChoosesStars && (ChoosesItems || Subject is TftSubject.Items or TftSubject.Builds);

    private bool ChoosesStars => MinStar is not null || MaxStar is not null;

    private bool ChoosesItems => ItemCount is not null || Exactly is not null || !With.IsEmpty || !Without.IsEmpty;
}
