using System.Collections.Immutable;

namespace MnM.Collector.Matches.Played;

/// <summary>Where in a player's matches it is not told who sat there.</summary>
/// <param name="Own">Riot's ids of the matches in which that is the player.</param>
/// <param name="Others">The seats of others.</param>
public sealed record HiddenSeats(ImmutableArray<string> Own, ImmutableHashSet<(string MatchId, string Puuid)> Others)
{
    /// <summary>Everything is told.</summary>
    public static HiddenSeats None { get; } = new([], []);
}
