using System.Collections.Immutable;

namespace MnM.Collector.Tft.Analytics;

/// <summary>
/// All that estimates of a group need, as whole numbers, so that two engines agree to the last one. A match brings one set of places per group: those of its boards that have it, each once.
/// With n the boards of a match that have it, s the sum of their places, t how many of them are among the first four, w whether the winner is,
/// and n', s' the same of all boards that could have it (the base: all of the sample; those with the unit where items are asked for):
/// the sums of products over matches are what an interval by match needs. They add up over sets of matches that do not overlap.
/// </summary>
/// <param name="Matches">With n above 0.</param>
/// <param name="Places">How many boards came in first, … eighth; s, t, w and n follow.</param>
/// <param name="NN">Σ n².</param>
/// <param name="NS">Σ n·s.</param>
/// <param name="SS">Σ s².</param>
/// <param name="NT">Σ n·t.</param>
/// <param name="TT">Σ t².</param>
/// <param name="NW">Σ n·w.</param>
/// <param name="NNBase">Σ n·n'.</param>
/// <param name="SNBase">Σ s·n'.</param>
/// <param name="NSBase">Σ n·s'.</param>
/// <param name="SSBase">Σ s·s'.</param>
internal sealed record GroupSums(
    long Matches, ImmutableArray<long> Places, long NN, long NS, long SS, long NT, long TT, long NW, long NNBase, long SNBase, long NSBase, long SSBase);

/// <summary>A group by its codes; what its subject does not have is 0.</summary>
/// <param name="Unit">Of units and builds; the carry of comps.</param>
/// <param name="Items">One of items, sorted ones of builds.</param>
/// <param name="Trait">Of traits; the strongest of comps.</param>
/// <param name="SecondTrait">Of comps.</param>
/// <param name="TraitTier">Of traits: one row for each step that boards reached, of active ones.</param>
internal sealed record GroupKey(int Unit, ImmutableArray<int> Items, int Trait = 0, int SecondTrait = 0, int TraitTier = 0)
{
    public bool Equals(GroupKey? other) => other is not null && (Unit, Trait, SecondTrait, TraitTier) == (other.Unit, other.Trait, other.SecondTrait, other.TraitTier)
        && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add((Unit, Trait, SecondTrait, TraitTier));
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}

/// <summary>What a store counts for a query.</summary>
/// <param name="Sample">Over all boards that the filters of match and board leave; its base is itself.</param>
/// <param name="Groups">
/// With the sums of each and those of its base, whose own base is itself: of units, traits and comps the sample; of items and builds, and of units with a filter of items or stars,
/// the boards of the sample with that unit, whatever it carries (with any unit, where items are asked for without one: then the sample), and of the stars that are asked for where <see cref="TftQuery.HoldsStars"/>.
/// Of more than <see cref="MostGroups"/>, as all builds are, the first in the order of <see cref="GroupOrder"/>.
/// </param>
internal sealed record TftSums(GroupSums Sample, IReadOnlyDictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Groups)
{
    public const int MostGroups = 10_000;

    /// <summary>How many groups there are beside <see cref="Groups"/>.</summary>
    public int LeftOut { get; init; }

    /// <summary>The same with no more than <see cref="MostGroups"/>.</summary>
    public TftSums Cut() => Groups.Count <= MostGroups ? this : this with
    {
        Groups = Groups.OrderBy(group => (group.Value.Sums.Games(), group.Key), GroupOrder.Instance).Take(MostGroups).ToDictionary(),
        LeftOut = LeftOut + Groups.Count - MostGroups,
    };
}
