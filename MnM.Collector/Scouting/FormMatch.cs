using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>What is kept of a match while a game is scouted.</summary>
internal sealed record FormMatch(string Id, DateTimeOffset StartedAt, TimeSpan Duration, int QueueId, bool IsRemake, ImmutableArray<FormSeat> Seats)
{
    /// <summary>Null of a match that has no result to count: it was called off, or Riot does not say when it was.</summary>
    public static FormMatch? Of(ReadMatch read) => read.Match is { IsAborted: false, StartedAt: { } at } match
        ? new FormMatch(
            match.Id,
            at,
            TimeSpan.FromSeconds(match.DurationSeconds),
            match.QueueId,
            match.IsRemake,
            [.. read.Participants.Where(one => !one.IsBot).Select(one => new FormSeat(one.Puuid!, SideOf(one), one.Win, one.ChampionId, one.Position, one.Kills, one.Deaths, one.Assists))])
        : null;

    /// <summary>Where that player sat; null where they did not.</summary>
    public FormSeat? Find(Puuid puuid) => Seats.FirstOrDefault(seat => seat.Puuid == puuid.Value);

    /// <summary>Whether two sat on the same side; null where one of them is not in it.</summary>
    public bool? AreTogether(Puuid one, Puuid other) => Find(one) is { } first && Find(other) is { } second ? first.Side == second.Side : null;

    /// <summary>The match as a game of that player's; null where they were not in it.</summary>
    public FormGame? GameOf(Puuid puuid) => Find(puuid) is not { } seat ? null : new FormGame(
        Id,
        StartedAt,
        Duration,
        QueueId,
        IsRemake ? FormResult.Remake : seat.Won ? FormResult.Won : FormResult.Lost,
        seat.ChampionId,
        seat.Position,
        seat.Kills,
        seat.Deaths,
        seat.Assists);

    // In the modes with many small teams those who come in at the same place are together.
    private static int SideOf(MatchParticipant one) => one.Placement > 0 ? -one.Placement : one.TeamId;
}

/// <summary>Somebody in a match.</summary>
/// <param name="Puuid">As the League of Legends key sees them.</param>
/// <param name="Side">The same of those who play together.</param>
/// <param name="Won">Whether they won.</param>
/// <param name="ChampionId">Riot's number.</param>
/// <param name="Position">TOP to UTILITY, or empty.</param>
/// <param name="Kills">Theirs.</param>
/// <param name="Deaths">Theirs.</param>
/// <param name="Assists">Theirs.</param>
internal sealed record FormSeat(string Puuid, int Side, bool Won, int ChampionId, string Position, int Kills, int Deaths, int Assists);
