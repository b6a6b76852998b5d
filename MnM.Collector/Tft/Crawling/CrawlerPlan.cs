using System.Collections.Immutable;
using MnM.Collector.Riot;

namespace MnM.Collector.Tft.Crawling;

/// <summary>What is crawled.</summary>
/// <param name="Platforms">In lower case.</param>
/// <param name="Queues">RANKED_TFT, RANKED_TFT_DOUBLE_UP.</param>
/// <param name="Tiers">Whose players.</param>
public sealed record CrawlerPlan(ImmutableArray<string> Platforms, ImmutableArray<string> Queues, ImmutableArray<TftTier> Tiers)
{
    public const string Ranked = "RANKED_TFT";
    public const string DoubleUp = "RANKED_TFT_DOUBLE_UP";

    /// <summary>Every platform that can be crawled.</summary>
    public static IReadOnlyList<string> AllPlatforms => Routing.Platforms;

    /// <summary>Every queue with a ladder.</summary>
    public static IReadOnlyList<string> AllQueues { get; } = [Ranked, DoubleUp];

    /// <summary>The ladders that it names, the best first.</summary>
    internal IEnumerable<LadderName> Ladders =>
        from platform in Platforms
        from queue in Queues
        from tier in Tiers.OrderDescending()
        select new LadderName(platform, queue, tier);

    /// <summary>Why it cannot be crawled, in a sentence; null where it can.</summary>
    public string? FindFault() =>
        FindPlatformFault() is { } platform ? $"The crawler's platforms cannot be used: {platform}."
        : FindQueueFault() is { } queue ? $"The crawler's queues cannot be used: {queue}."
        : Tiers.IsEmpty || Tiers.Any(tier => !Enum.IsDefined(tier)) ? "The crawler needs at least one of the tiers challenger, grandmaster, master."
        : null;

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", string.Join(", ", Platforms), string.Join(", ", Queues), string.Join(", ", Tiers));

    internal string? FindPlatformFault() => Unknown(Platforms, AllPlatforms, "none of Riot's platforms");

    internal string? FindQueueFault() => Unknown(Queues, AllQueues, "no queue with a ladder");

    private static string? Unknown(ImmutableArray<string> words, IReadOnlyList<string> known, string what) =>
        words.IsEmpty ? $"name at least one of {string.Join(", ", known)}"
        : words.FirstOrDefault(word => !known.Contains(word)) is { } unknown ? $"\"{unknown}\" is {what}: {string.Join(", ", known)}"
        : null;
}

/// <summary>The ladder of a tier.</summary>
internal readonly record struct LadderName(string Platform, string Queue, TftTier Tier);
