using System.Collections.Immutable;
using MnM.Collector.Tft.Crawling;
using static System.FormattableString;

namespace MnM.Web.Tft.Crawler;

/// <summary>How the crawler stands, in words for people.</summary>
internal static class CrawlerWords
{
    /// <summary>All platforms that have ladders, those with the most players first.</summary>
    public static ImmutableArray<string> Platforms { get; } = ["kr", "euw1", "na1", "vn2", "eun1", "br1", "tr1", "tw2", "jp1", "la1", "la2", "oc1", "ru", "sg2", "me1"];

    /// <summary>The ladders' names at Riot.</summary>
    public static ImmutableArray<(string Queue, string Word)> Queues { get; } = [("RANKED_TFT", "Ranked"), ("RANKED_TFT_DOUBLE_UP", "Double Up")];

    /// <summary>The state on its chip.</summary>
    public static (string? Kind, string Text) Chip(CrawlerScene scene) => scene switch
    {
        { IsStale: true } => ("warn", "Old state"),
        { View: null } => (null, "Reading"),
        { View.State: CrawlerState.Crawling } => ("live", "Crawling"),
        { View.State: CrawlerState.Resting } => (null, "Resting"),
        { View.State: CrawlerState.Paused } => ("warn", "Paused"),
        { View.State: CrawlerState.Waiting } => ("warn", "Waiting"),
        _ => (null, "Not started"),
    };

    /// <summary>Newest 4 min old, queue empty in 29 min; empty where nothing is known of both.</summary>
    public static string Ages(CrawlerView view, DateTimeOffset now) => string.Join(", ", Parts(view, now));

    /// <summary>3 failed: private. 12 failed: private 9, failed 3. Null where none did.</summary>
    public static string? Failed(CrawlerView view)
    {
        var states = view.Failures.GroupBy(failure => failure.State).Select(group => (State: group.Key.ToLowerInvariant(), Count: group.Sum(failure => failure.Count)))
            .OrderByDescending(one => one.Count).ToList();
        return states switch
        {
            [] => null,
            [var only] => Invariant($"{only.Count:N0} failed: {only.State}"),
            _ => Invariant($"{states.Sum(one => one.Count):N0} failed: {string.Join(", ", states.Select(one => Invariant($"{one.State} {one.Count:N0}")))}"),
        };
    }

    /// <summary>ladder, list and match, of the kinds of work.</summary>
    public static string Kind(string kind) => kind.StartsWith("tft-", StringComparison.Ordinal) ? kind["tft-".Length..] : kind;

    /// <summary>EUW, LAN.</summary>
    public static string Platform(string platform) => platform switch
    {
        "eun1" => "EUNE",
        "la1" => "LAN",
        "la2" => "LAS",
        "oc1" => "OCE",
        _ => platform.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToUpperInvariant(),
    };

    /// <summary>What a plan lacks, in a sentence; null where it can be crawled.</summary>
    public static string? FaultOf(CrawlerPlan plan) => plan switch
    {
        { Platforms.IsEmpty: true } => "Choose a platform.",
        { Queues.IsEmpty: true } => "Choose a queue.",
        { Tiers.IsEmpty: true } => "Choose a tier.",
        _ => null,
    };

    /// <summary>Whether both crawl the same, in whatever order.</summary>
    public static bool AreEqual(CrawlerPlan one, CrawlerPlan other) =>
        one.Platforms.ToHashSet().SetEquals(other.Platforms) && one.Queues.ToHashSet().SetEquals(other.Queues) && one.Tiers.ToHashSet().SetEquals(other.Tiers);

    /// <summary>45 s, 12 min, 3 h, 4 days.</summary>
    public static string Length(TimeSpan length) => length.TotalSeconds switch
    {
        < 90 => Invariant($"{Math.Max(0, length.TotalSeconds):0} s"),
        < 90 * 60 => Invariant($"{length.TotalMinutes:0} min"),
        < 48 * 3600 => Invariant($"{length.TotalHours:0} h"),
        _ => Invariant($"{length.TotalDays:0} days"),
    };

    private static IEnumerable<string> Parts(CrawlerView view, DateTimeOffset now)
    {
        if (view.NewestMatchAt is { } newest)
        {
            yield return $"newest {Length(now - newest)} old";
        }

        if (view is { State: CrawlerState.Crawling, Expected: { } expected })
        {
            yield return $"queue empty in {Length(expected)}";
        }
        else if (view is { State: CrawlerState.Resting, NextCycleAt: { } next })
        {
            yield return next > now ? $"next cycle in {Length(next - now)}" : "next cycle at once";
        }
    }
}
