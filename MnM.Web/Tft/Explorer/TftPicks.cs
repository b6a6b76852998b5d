using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Shell;

namespace MnM.Web.Tft.Explorer;

/// <summary>The choices of the explorer's filters.</summary>
internal static class TftPicks
{
    /// <summary>The three tiers with a ladder, the highest first.</summary>
    public static ImmutableArray<Pick> Tiers { get; } = [.. Enum.GetValues<TftTier>().OrderDescending().Select(tier => new Pick(tier.ToString(), TftWords.Tier(tier)))];

    public static ImmutableArray<Pick> Patches(TftChoices choices) => [.. choices.Patches.Select(patch => new Pick(patch.Patch, TftWords.Patch(patch)))];

    public static ImmutableArray<Pick> Sets(TftChoices choices) => [.. choices.Sets.Select(set => new Pick(set.ToString(CultureInfo.InvariantCulture), $"Set {set}"))];

    public static ImmutableArray<Pick> Queues(TftChoices choices) => [.. choices.Queues.Select(queue => new Pick(queue.Queue.ToString(CultureInfo.InvariantCulture), TftWords.Queue(queue.Queue)))];

    public static ImmutableArray<Pick> Platforms(TftChoices choices) => [.. choices.Platforms.Select(platform => new Pick(platform.Platform, TftWords.Platform(platform.Platform)))];

    /// <summary>Things by name; what two are called has its id beside it.</summary>
    public static ImmutableArray<Pick> Things(IEnumerable<NamedThing> things) =>
    [
        .. things.GroupBy(thing => thing.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Count() == 1 ? same.Select(thing => new Pick(thing.Id, thing.Name)) : same.Select(thing => new Pick(thing.Id, $"{thing.Name} ({thing.Id})")))
            .OrderBy(pick => pick.Text, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What is wrong with some fields of a question.</summary>
    public static IEnumerable<string> FaultsOf(ImmutableArray<(string Field, string Why)> faults, params IEnumerable<string> fields) =>
        faults.Where(fault => fields.Contains(fault.Field, StringComparer.OrdinalIgnoreCase)).Select(fault => fault.Why);
}
