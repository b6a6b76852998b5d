using System.Collections.Immutable;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Answers questions about units, items and traits. Pages and endpoints ask here alone.</summary>
public sealed class TftExplorer
{
    /// <summary>The answer, from the cache where one is not older than half an hour; an older one is given as stale and renewed behind.</summary>
    public Task<TftReply> AskAsync(TftQuestion question, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>What can be chosen: what the stored matches have.</summary>
    public Task<TftChoices> ReadChoicesAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>What a question can choose from.</summary>
/// <param name="Patches">The latest first.</param>
/// <param name="Sets">The latest first.</param>
/// <param name="Queues">With the number of matches of the latest patch.</param>
/// <param name="Platforms">The same.</param>
/// <param name="Tiers">The same, by the highest tier in the match.</param>
/// <param name="Units">Riot's ids.</param>
/// <param name="Items">Riot's ids.</param>
/// <param name="Traits">Riot's ids.</param>
public sealed record TftChoices(
    ImmutableArray<TftPatchChoice> Patches,
    ImmutableArray<int> Sets,
    ImmutableArray<(int Queue, int Matches)> Queues,
    ImmutableArray<(string Platform, int Matches)> Platforms,
    ImmutableArray<(TftTier Tier, int Matches)> Tiers,
    ImmutableArray<string> Units,
    ImmutableArray<string> Items,
    ImmutableArray<string> Traits);

/// <summary>A patch that matches are stored of.</summary>
public sealed record TftPatchChoice(string Patch, int Set, int Matches, DateOnly FirstDay, DateOnly LastDay);
