using System.Text.Json.Serialization;
using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;

namespace MnM.Web.Tracking;

/// <summary>Whom to follow: a Riot ID whole or in its two parts; the region only where the account plays in several.</summary>
public sealed record NewPlayer(
    [property: JsonPropertyName("riotId")] string? RiotId,
    [property: JsonPropertyName("gameName")] string? GameName,
    [property: JsonPropertyName("tagLine")] string? TagLine,
    [property: JsonPropertyName("region")] string? Region)
{
    /// <summary>Name#TAG; null where it is not given.</summary>
    [JsonIgnore]
    public string? Whole => !string.IsNullOrWhiteSpace(RiotId) ? RiotId
        : !string.IsNullOrWhiteSpace(GameName) && !string.IsNullOrWhiteSpace(TagLine) ? $"{GameName}#{TagLine.TrimStart('#')}"
        : null;
}

/// <summary>Somebody who is followed from now on.</summary>
public sealed record AddedPlayerAnswer(long PlayerId, string RiotId, string Platform);

/// <summary>A friend.</summary>
public sealed record TrackedPlayerAnswer(
    long PlayerId, string? RiotId, string Platform, DateTimeOffset AddedAt, DateTimeOffset? PausedAt, CurrentGameAnswer? Game, AskedAnswer? AskedLol, AskedAnswer? AskedTft,
    IReadOnlyList<RankAnswer> Ranks, PlayedFigures WeekLol, PlayedFigures WeekTft)
{
    internal static TrackedPlayerAnswer Of(FriendView friend, TrackingState state) => new(
        friend.PlayerId,
        friend.GameName is null ? null : $"{friend.GameName}#{friend.TagLine}",
        friend.Platform,
        friend.AddedAt,
        friend.PausedAt,
        friend.Game is { } game
            ? new CurrentGameAnswer(game.GameId, TrackedGameAnswer.Word(game.Product), game.Queue, game.ChampionId, game.StartedAt, game.DetectedAt, TrackedGameAnswer.Capitals(game.DetectedBy), game.IsCustom)
            : null,
        AskedAnswer.Of(state.Paces.GetValueOrDefault(new Watch(friend.PlayerId, RiotProduct.League))),
        AskedAnswer.Of(state.Paces.GetValueOrDefault(new Watch(friend.PlayerId, RiotProduct.Tactics))),
        [.. friend.Ranks.Select(rank => new RankAnswer(rank.Queue, rank.Rank?.Tier, rank.Rank?.Division, rank.Rank?.LeaguePoints, rank.Today, rank.Week))],
        friend.LeagueWeek,
        friend.TacticsWeek);
}

/// <summary>A game that runs.</summary>
public sealed record CurrentGameAnswer(
    string GameId, string Product, int? QueueType, int? ChampionId, DateTimeOffset? StartedAt, DateTimeOffset DetectedAt, string DetectedBy, bool IsCustom);

/// <summary>How somebody is asked about.</summary>
public sealed record AskedAnswer(double? EverySeconds, DateTimeOffset? At)
{
    internal static AskedAnswer? Of(AskPace? pace) => pace is null ? null : new(pace.Every?.TotalSeconds, pace.AskedAt);
}

/// <summary>A rank, and what it has changed today and this week.</summary>
public sealed record RankAnswer(string Queue, string? Tier, string? Division, int? LeaguePoints, int? Today, int? Week);

/// <summary>A tracked game as it is stored.</summary>
public sealed record TrackedGameAnswer(
    long PlayerId, string? RiotId, string GameId, string Product, string Status, string? Reason, string DetectedBy, DateTimeOffset DetectedAt, DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt, DateTimeOffset? CompletedAt, int? QueueType, int? ChampionId, int? DurationSeconds, bool? Won, GameResult? Result, int RetryCount, string? LastError,
    int Asks, DateTimeOffset? NextAskAt)
{
    internal static TrackedGameAnswer Of(TrackedGameRow row)
    {
        var game = row.Game;
        return new TrackedGameAnswer(
            game.PlayerId, row.RiotId, game.GameId, Word(game.Product), Capitals(game.Status), game.Reason, Capitals(game.DetectedBy), game.DetectedAt, game.StartedAt,
            game.EndedAt, game.CompletedAt, game.QueueType, game.ChampionId, game.DurationSeconds, game.Won, GameResult.Read(game.Result), game.RetryCount, game.LastError,
            game.Asks, game.NextAskAt);
    }

    /// <summary>lol or tft.</summary>
    internal static string Word(RiotProduct product) => product == RiotProduct.League ? "lol" : "tft";

    /// <summary>As the database spells it.</summary>
    internal static string Capitals<T>(T value)
        where T : struct, Enum => value.ToString().ToUpperInvariant();
}
