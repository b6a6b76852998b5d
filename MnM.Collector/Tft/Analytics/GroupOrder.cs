namespace MnM.Collector.Tft.Analytics;

/// <summary>The order of groups in an answer: the most games first, equal ones by their codes. Where not all are kept it says which, so that every store keeps the same.</summary>
internal sealed class GroupOrder : IComparer<(long Games, GroupKey Key)>
{
    public static GroupOrder Instance { get; } = new();

    public int Compare((long Games, GroupKey Key) one, (long Games, GroupKey Key) other)
    {
        var order = other.Games.CompareTo(one.Games);
        if (order == 0)
        {
            order = (one.Key.Unit, one.Key.Trait, one.Key.SecondTrait, one.Key.TraitTier).CompareTo((other.Key.Unit, other.Key.Trait, other.Key.SecondTrait, other.Key.TraitTier));
        }

        return order == 0 ? one.Key.Items.AsSpan().SequenceCompareTo(other.Key.Items.AsSpan()) : order;
    }
}
