using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Players;

namespace MnM.Web.Matches;

/// <summary>A stored match as its page opens it.</summary>
/// <param name="Read">The match and its people.</param>
/// <param name="Details">What it tells beyond columns.</param>
/// <param name="Names">What its people are called today, by PUUID, as far as that is known.</param>
public sealed record OpenedMatch(ReadMatch Read, MatchDetails Details, ImmutableDictionary<string, PlayerName> Names)
{
    /// <summary>The match.</summary>
    public Match Match => Read.Match;

    /// <summary>Whether its teams come in one after the other, and none of them is blue or red.</summary>
    public bool HasPlaces => Read.Participants.Any(one => one.Placement > 0);

    /// <summary>Numbers of those whom the watched game hid from whoever looks.</summary>
    public ImmutableHashSet<int> Hidden { get; init; } = [];

    /// <summary>Whom a number or a PUUID names; null for nobody. Of whom the game hid a PUUID tells nothing.</summary>
    public MatchParticipant? Find(string participant) => Read.Participants.FirstOrDefault(one =>
        one.Number.ToString(CultureInfo.InvariantCulture) == participant || (one.Puuid == participant && !Hidden.Contains(one.Number)));

    /// <summary>What somebody is called: today, else on that day. Both parts are empty of whom Riot does not name, and of whom the game hid.</summary>
    public PlayerName NameOf(MatchParticipant one) =>
        Hidden.Contains(one.Number) ? new PlayerName("", "")
        : one.Puuid is { } puuid && Names.TryGetValue(puuid, out var today) ? today : new PlayerName(one.GameName, one.TagLine);
}

/// <summary>How the timeline of a match stands.</summary>
public abstract record TimelinePart
{
    private TimelinePart()
    {
    }

    /// <summary>It is here.</summary>
    public sealed record Here(Timeline Timeline) : TimelinePart;

    /// <summary>Riot was not asked for it.</summary>
    public sealed record NotAsked : TimelinePart;

    /// <summary>It will not come, for a reason that people can read.</summary>
    public sealed record Absent(string Reason) : TimelinePart;

    /// <summary>Riot did not answer now.</summary>
    public sealed record Unavailable(string Reason) : TimelinePart;
}
