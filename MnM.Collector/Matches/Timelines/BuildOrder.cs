using System.Collections.Immutable;

namespace MnM.Collector.Matches.Timelines;

/// <summary>What somebody bought and sold within one minute.</summary>
public sealed record BuildMinute(int Minute, ImmutableArray<BuildStep> Steps);

/// <summary>An item that was bought or sold, with the number of equal ones in that minute.</summary>
public sealed record BuildStep(int ItemId, bool IsSold, int Count);

/// <summary>In which order somebody bought and sold items. What was undone did not happen; parts that were used up are not told, since what became of them is.</summary>
public static class BuildOrder
{
    /// <summary>The order, minute by minute.</summary>
    public static ImmutableArray<BuildMinute> Of(Timeline timeline, int participant)
    {
        var steps = new List<ItemChange>();
        foreach (var change in timeline.Items.Where(change => change.Participant == participant))
        {
            switch (change)
            {
                case { Kind: ItemChangeKind.Bought or ItemChangeKind.Sold, ItemId: > 0 }:
                    steps.Add(change);
                    break;
                case { Kind: ItemChangeKind.Undone, ItemId: > 0 }:
                    TakeBack(steps, ItemChangeKind.Bought, change.ItemId);
                    break;
                case { Kind: ItemChangeKind.Undone, Returned: > 0 }:
                    TakeBack(steps, ItemChangeKind.Sold, change.Returned);
                    break;
            }
        }

        return
        [
            .. steps.GroupBy(step => (int)(step.At / 60)).Select(minute => new BuildMinute(
                minute.Key,
                [.. minute.GroupBy(step => (step.ItemId, step.Kind)).Select(same => new BuildStep(same.Key.ItemId, same.Key.Kind == ItemChangeKind.Sold, same.Count()))])),
        ];
    }

    private static void TakeBack(List<ItemChange> steps, ItemChangeKind kind, int item)
    {
        if (steps.FindLastIndex(step => step.Kind == kind && step.ItemId == item) is >= 0 and var last)
        {
            steps.RemoveAt(last);
        }
    }
}
