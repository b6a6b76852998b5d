using System.Collections.Immutable;

namespace MnM.Collector.Tft.Analytics;

/// <summary>What an answer has a row for.</summary>
public enum TftSubject
{
    Units,
    Items,

    /// <summary>A unit with exactly these items.</summary>
    Builds,
    Traits,
    Comps,
}

/// <summary>
/// A question to the explorer, in the words of its addresses and of the API. Nothing set means no limit, except for <see cref="Patches"/>.
/// Filters of the match (patch, set, days, queue, platform) choose matches, those of the board (tier, points, level, trait) boards of them, those of the unit (unit, star, items) units on these.
/// </summary>
public sealed record TftQuestion
{
    /// <summary>How many games a row must have where the question does not say.</summary>
    public const int UsualGames = 100;

    public TftSubject Subject { get; init; }

    /// <summary>For example 18.2; the latest that has matches where there are none and no set and no days are asked for.</summary>
    public ImmutableArray<string> Patches { get; init; } = [];
    public int? Set { get; init; }

    /// <summary>First day of the match's end, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, counted in.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Riot's numbers; 1100 (ranked) where none is asked for.</summary>
    public ImmutableArray<int> Queues { get; init; } = [];

    /// <summary>In lower case, for example euw1.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];

    /// <summary>Players of these tiers at the time of the match; of any or of none where empty.</summary>
    public ImmutableArray<TftTier> Tiers { get; init; } = [];

    /// <summary>Least points at the time of the match; players of the ladders alone have points that can be compared.</summary>
    public int? MinPoints { get; init; }

    /// <summary>
    /// Whether only the boards of the players count that <see cref="Tiers"/> and <see cref="MinPoints"/> choose. Else all eight of each match do in which one of them sat.
    /// </summary>
    public bool LadderPlayersOnly { get; init; }

    /// <summary>Riot's id of the unit, for example TFT17_Jinx.</summary>
    public string? Unit { get; init; }
    public int? MinStar { get; init; }
    public int? MaxStar { get; init; }

    /// <summary>Items that the unit carries, each of them; one that is named twice it carries twice.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>Items that the unit does not carry, none of them.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Exactly these items, in whatever order; null for no limit, empty for a unit without items.</summary>
    public ImmutableArray<string>? Exactly { get; init; }

    /// <summary>How many items the unit carries.</summary>
    public int? ItemCount { get; init; }

    /// <summary>A trait that the board has active.</summary>
    public string? Trait { get; init; }

    /// <summary>Its least step; 1 where a trait is asked for.</summary>
    public int? MinTraitTier { get; init; }
    public int? MinLevel { get; init; }
    public int? MaxLevel { get; init; }

    /// <summary>With fewer games a row says that there is not enough.</summary>
    public int MinGames { get; init; } = UsualGames;
}
