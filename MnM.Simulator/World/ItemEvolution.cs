using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>Items that become others by themselves, of which a timeline tells only that the old one went.</summary>
internal static class ItemEvolution
{
    private static readonly FrozenDictionary<int, int[]> Successors = new Dictionary<int, int[]>
    {
        [3003] = [3040],
        [3004] = [3042],
        [3119] = [3121],
        [3850] = [3851],
        [3851] = [3853],
        [3854] = [3855],
        [3855] = [3857],
        [3858] = [3859],
        [3859] = [3860],
        [3862] = [3863],
        [3863] = [3864],
        [3865] = [3866],
        [3866] = [3867],
        [3867] = [3869, 3870, 3871, 3876, 3877],
    }.ToFrozenDictionary();

    /// <summary>What the item becomes: the one that the player ended with where there is a choice.</summary>
    public static int? Next(int itemId, ImmutableArray<int> end)
    {
        if (!Successors.TryGetValue(itemId, out var successors))
        {
            return null;
        }

        foreach (var successor in successors)
        {
            if (end.Contains(successor))
            {
                return successor;
            }
        }

        return successors.Length == 1 && itemId >= 3850 ? successors[0] : null;
    }
}
