using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Whether and what the crawler crawls, until somebody decides that on its page.</summary>
public sealed class CrawlerOptions : IValidatableObject
{
    /// <summary>Whether the crawler starts by itself; false keeps it off whatever is decided on its page; null leaves it to the page.</summary>
    [Display(Name = "CRAWLER_ENABLED", Description = "true starts the TFT crawler by itself, false keeps it off; else its page does.")]
    public bool? Enabled { get; set; }

    /// <summary>From the end of one cycle to the start of the next.</summary>
    [Display(Name = "CRAWLER_COOLDOWN_MINUTES", Description = "Minutes from one cycle of the TFT crawler to the next, 1 to 10080.")]
    [Range(1, 10080, ErrorMessage = "must be between 1 and 10080")]
    public int CooldownMinutes { get; set; } = 60;

    /// <summary>A cycle that runs longer reads its ladders again.</summary>
    [Display(Name = "CRAWLER_LADDER_HOURS", Description = "Hours after which a long cycle of the TFT crawler reads its ladders again, 1 to 720.")]
    [Range(1, 720, ErrorMessage = "must be between 1 and 720")]
    public int LadderHours { get; set; } = 12;

    /// <summary>Platforms, separated by commas; the owner's where not told.</summary>
    [Display(Name = "CRAWLER_PLATFORMS", Description = "Platforms whose ladders the TFT crawler reads, for example euw1,kr.")]
    public string? Platforms { get; set; }

    /// <summary>Queues, separated by commas.</summary>
    [Display(Name = "CRAWLER_QUEUES", Description = "Ladders that it reads: RANKED_TFT, RANKED_TFT_DOUBLE_UP.")]
    public string Queues { get; set; } = CrawlerPlan.Ranked;

    /// <summary>Tiers, separated by commas.</summary>
    [Display(Name = "CRAWLER_TIERS", Description = "Tiers that it reads: challenger, grandmaster, master.")]
    public string Tiers { get; set; } = "challenger,grandmaster,master";

    /// <summary>The same as a time.</summary>
    public TimeSpan Cooldown => TimeSpan.FromMinutes(CooldownMinutes);

    /// <summary>The same as a time.</summary>
    public TimeSpan ReadLaddersEvery => TimeSpan.FromHours(LadderHours);

    /// <summary>What is crawled by these settings.</summary>
    /// <param name="home">The owner's platform, where it is known.</param>
    public CrawlerPlan PlanFor(string? home) => new(
        [.. Words(Platforms ?? home ?? "euw1").Select(word => word.ToLowerInvariant())],
        [.. Words(Queues).Select(word => word.ToUpperInvariant())],
        [.. Words(Tiers).Select(TierOf).OfType<TftTier>()]);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var plan = PlanFor(null);
        if (plan.FindPlatformFault() is { } platform)
        {
            yield return new(platform, [nameof(Platforms)]);
        }

        if (plan.FindQueueFault() is { } queue)
        {
            yield return new(queue, [nameof(Queues)]);
        }

        if (Words(Tiers).FirstOrDefault(word => TierOf(word) is null) is { } unknown)
        {
            yield return new($"\"{unknown}\" is none of challenger, grandmaster, master", [nameof(Tiers)]);
        }
        else if (plan.Tiers.IsEmpty)
        {
            yield return new("names no tier", [nameof(Tiers)]);
        }
    }

    private static TftTier? TierOf(string word) => Enum.GetValues<TftTier>().Cast<TftTier?>().FirstOrDefault(tier => tier.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<string> Words(string list) => [.. list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
