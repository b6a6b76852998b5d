using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking;

/// <summary>Tells the outside of games, in the transaction that stores what is told. Of custom games, of games that Riot shows to nobody, and of those without a result nothing is told.</summary>
public static class GameEvents
{
    /// <summary>A game was found while it ran.</summary>
    public const string Started = "game_started";

    /// <summary>The result of a game is here, or Riot called it off.</summary>
    public const string Completed = "game_completed";

    /// <summary>What an event tells of, for each player of a game one.</summary>
    public static string SubjectOf(long playerId, string gameId) => $"{playerId}/{gameId}";

    internal static async Task AddAsync(MnmDbContext db, string kind, TrackedGame game, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var players = db.Players;
        var player = await players.AsNoTracking().Where(known => known.Id == game.PlayerId).Select(known => new { known.GameName, known.TagLine }).FirstAsync(cancellationToken);
        var told = new GameEvent
        {
            PlayerId = game.PlayerId,
            RiotId = player.GameName is null ? null : $"{player.GameName}#{player.TagLine}",
            GameId = game.GameId,
            Product = game.Product == Riot.RiotProduct.League ? "lol" : "tft",
            Status = Capital(game.Status),
            Reason = game.Reason,
            Queue = game.QueueType,
            ChampionId = game.ChampionId,
            DetectedBy = Capital(game.DetectedBy),
            DetectedAt = game.DetectedAt,
            StartedAt = game.StartedAt,
            EndedAt = game.EndedAt,
            DurationSeconds = game.DurationSeconds,
            Won = game.Won,
            Result = GameResult.Read(game.Result),
        };
        await EventStore.AddAsync(
            db, kind, SubjectOf(game.PlayerId, game.GameId), JsonSerializer.Serialize(told, EventJson.Default.GameEvent), at, cancellationToken);
    }

    private static string Capital<T>(T value)
        where T : struct, Enum => value.ToString().ToUpperInvariant();
}

/// <summary>What receivers of events are told; what is not known is left out.</summary>
public sealed record GameEvent
{
    public required long PlayerId { get; init; }

    /// <summary>Name#TAG of today.</summary>
    public string? RiotId { get; init; }
    public required string GameId { get; init; }

    /// <summary>lol or tft.</summary>
    public required string Product { get; init; }

    /// <summary>A <see cref="GameStatus"/> in capitals.</summary>
    public required string Status { get; init; }
    public string? Reason { get; init; }
    public int? Queue { get; init; }
    public int? ChampionId { get; init; }

    /// <summary>A <see cref="Tracking.DetectedBy"/> in capitals.</summary>
    public required string DetectedBy { get; init; }
    public required DateTimeOffset DetectedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public int? DurationSeconds { get; init; }
    public bool? Won { get; init; }
    public GameResult? Result { get; init; }

    /// <summary>An event's payload; null where it cannot be read.</summary>
    public static GameEvent? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, EventJson.Default.GameEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GameEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
