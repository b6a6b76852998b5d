using System.Collections.Immutable;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.Embedded;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>The fixed mix of questions that the stores are measured by, ranked matches alone as on the page.</summary>
/// <param name="Name">Of its rows.</param>
/// <param name="Of">What the store is asked, for these patches.</param>
internal sealed record StoreQuery(string Name, Func<ImmutableArray<int>, TftQuery> Of)
{
    // Codes of the generator: small ones are frequent, and a unit likes the items from seven times its own on.
    private const int Unit = 3;
    private const int Item = 22;
    private const int OtherItem = 23;
    private const int Trait = 2;

    public static ImmutableArray<StoreQuery> All { get; } =
    [
        new("units", patches => Query(TftSubject.Units, patches)),
        new("units_lp500", patches => Query(TftSubject.Units, patches) with { MinPoints = 500 }),
        new("unit_items", patches => Query(TftSubject.Items, patches) with { Unit = Unit }),
        new("item_units", patches => Query(TftSubject.Units, patches) with { With = [Item] }),
        new("with_without", patches => Query(TftSubject.Units, patches) with { With = [Item], Without = [OtherItem] }),
        new("exact_three", patches => Query(TftSubject.Units, patches) with { Exactly = [Item, Item, OtherItem] }),
        new("star2_level8", patches => Query(TftSubject.Units, patches) with { MinStar = 2, MinLevel = 8 }),
        new("traits", patches => Query(TftSubject.Traits, patches)),
        new("trait_units", patches => Query(TftSubject.Units, patches) with { Trait = Trait, MinTraitTier = 2 }),
        new("comps", patches => Query(TftSubject.Comps, patches)),
        new("unit_histograms", patches => Query(TftSubject.Units, patches) with { LadderPlayersOnly = true }),
    ];

    /// <summary>The twelfth is two questions: the units of two patches, to be compared.</summary>
    public const string TwoPatches = "two_patches";

    /// <summary>Whether the embedded store has its sums ready.</summary>
    public bool IsRolledUp => RollupTable.Answers(Of([]));

    private static TftQuery Query(TftSubject subject, ImmutableArray<int> patches) => new() { Subject = subject, Patches = patches, Queues = [1100] };
}
