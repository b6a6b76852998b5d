using System.Collections.Immutable;
using MnM.Collector.Players;

namespace MnM.Collector.History.Import;

/// <summary>Which matches of whom are wanted.</summary>
/// <param name="GameName">The Riot ID's part before the #.</param>
/// <param name="TagLine">The part behind it.</param>
public sealed record ImportRequest(string GameName, string TagLine)
{
    /// <summary>More are never imported at once.</summary>
    public const int MostMatches = 1000;

    private const int MostQueues = 10;

    /// <summary>A region of Riot's, or a platform in it; Riot is asked where null.</summary>
    public string? Region { get; init; }

    /// <summary>How many of the newest.</summary>
    public int Limit { get; init; } = MostMatches;

    /// <summary>Riot's numbers of the queues; none for all.</summary>
    public ImmutableArray<int> Queues { get; init; } = [];

    /// <summary>Whether timelines are wanted too, which doubles the requests.</summary>
    public bool Timelines { get; init; }

    /// <summary>What is wrong with it, in a sentence for people; null where nothing is.</summary>
    public string? Fault => this switch
    {
        _ when !RiotIdText.IsPossible(GameName, TagLine) => RiotIdText.Rule,
        { Limit: < 1 or > MostMatches } => $"limit must be between 1 and {MostMatches:N0}.",
        { Queues.Length: > MostQueues } => $"queues are {MostQueues} at most.",
        _ when Queues.Any(queue => queue < 0) => "queues are Riot's numbers, for example 420.",
        _ => null,
    };
}
