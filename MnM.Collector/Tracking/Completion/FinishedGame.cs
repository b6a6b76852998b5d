using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Completion;

/// <summary>A match that is over, whichever product it is of, as its players' rows want it.</summary>
internal sealed record FinishedGame
{
    public required string GameId { get; init; }
    public required RiotProduct Product { get; init; }

    /// <summary>How it ended for its players: completed, aborted, or a custom game after all.</summary>
    public required GameStatus Status { get; init; }

    /// <summary>Why, in a sentence for people; null where that needs none.</summary>
    public required string? Reason { get; init; }
    public required int Queue { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required int DurationSeconds { get; init; }
    public required ImmutableArray<FinishedSeat> Seats { get; init; }

    /// <summary>Stores the match in a transaction; null where it is stored.</summary>
    public Func<MnmDbContext, CancellationToken, Task>? Store { get; init; }

    /// <summary>Whether a player's rank may be another since.</summary>
    public bool IsRanked => Status == GameStatus.Completed && (Product == RiotProduct.League ? Queue is 420 or 440 : Queue is 1100 or 1130 or 1150 or 1160);

    public static FinishedGame Of(ReadMatch read)
    {
        var match = read.Match;
        return new FinishedGame
        {
            GameId = match.Id,
            Product = RiotProduct.League,
            Status = match.IsAborted ? GameStatus.Aborted : match.QueueId == 0 ? GameStatus.Custom : GameStatus.Completed,
            Reason = match.CalledOff ?? (match.QueueId == 0 ? AbsenceReasons.Custom : null),
            Queue = match.QueueId,
            StartedAt = match.StartedAt,
            EndedAt = match.StartedAt?.AddSeconds(match.DurationSeconds),
            DurationSeconds = match.DurationSeconds,
            Seats = [.. read.Participants.Select(one => Seat(match, one))],
        };
    }

    public static FinishedGame Of(ReadTftMatch read)
    {
        var (match, people) = read;
        return new FinishedGame
        {
            GameId = match.Id,
            Product = RiotProduct.Tactics,
            Status = match.IsAborted ? GameStatus.Aborted : GameStatus.Completed,
            Reason = match.IsAborted ? $"Riot called the match off: {match.EndReason}." : null,
            Queue = match.QueueId,
            StartedAt = match.StartedAt,
            EndedAt = match.GameDatetime,
            DurationSeconds = match.DurationSeconds,
            Seats = [.. people.Select(one => Seat(one, people))],
        };
    }

    private static FinishedSeat Seat(Match match, MatchParticipant one)
    {
        var hasResult = match.CalledOff is null;
        return new FinishedSeat(
            one.Puuid,
            one.ChampionId,
            hasResult ? one.Win : null,

            // In Arena several teams share a number, and those of one come in together.
            one.Placement > 0 ? 1000 + one.Placement : one.TeamId,
            new GameResult
            {
                Win = hasResult ? one.Win : null,
                Remake = match.IsRemake ? true : null,
                Placement = one.Placement > 0 ? one.Placement : null,
                Kills = one.Kills,
                Deaths = one.Deaths,
                Assists = one.Assists,
                Cs = one.Cs,
                Gold = one.GoldEarned,
                Damage = one.Damage,
                VisionScore = one.VisionScore,
                Level = one.Level,
                Position = one.Position.Length > 0 ? one.Position : null,
                Champion = one.ChampionName.Length > 0 ? one.ChampionName : null,
            });
    }

    private static FinishedSeat Seat(TftParticipant one, ImmutableArray<TftParticipant> all)
    {
        // Zero for everybody says that Riot does not tell it, as in set 18.
        var (tellsDamage, tellsEliminated) = (all.Any(other => other.Damage > 0), all.Any(other => other.Eliminated > 0));
        return new FinishedSeat(
            one.Puuid,
            null,
            one.Placement == 0 ? null : one.Placement <= (all.Length + 1) / 2,
            one.PartnerGroup is { } group ? 2000 + group : null,
            new GameResult
            {
                Placement = one.Placement > 0 ? one.Placement : null,
                Level = one.Level,
                LastRound = one.LastRound,
                Gold = one.GoldLeft,
                Damage = tellsDamage ? one.Damage : null,
                Eliminated = tellsEliminated ? one.Eliminated : null,
            });
    }
}

/// <summary>A player of a finished game.</summary>
/// <param name="Puuid">As the product's key sees the player; null of bots.</param>
/// <param name="ChampionId">Riot's number; null in Teamfight Tactics.</param>
/// <param name="Won">Null without a result.</param>
/// <param name="Side">See <see cref="TrackedGame.Side"/>.</param>
/// <param name="Result">What is stored.</param>
internal sealed record FinishedSeat(string? Puuid, int? ChampionId, bool? Won, int? Side, GameResult Result);
