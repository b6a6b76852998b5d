using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking.Detection;

/// <summary>A running game as the spectator showed it, and who of the tracked is in it.</summary>
internal sealed record Sighting
{
    public required string GameId { get; init; }
    public required RiotProduct Product { get; init; }
    public required int? Queue { get; init; }

    /// <summary>Null while it loads.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>A final status where it can have no result: custom games, and the mode of which Riot does not approve that it is kept.</summary>
    public required GameStatus Status { get; init; }
    public required string? Reason { get; init; }

    /// <summary>Who was asked about: in the game for certain.</summary>
    public required long AskedId { get; init; }

    /// <summary>With the champion, where it is told.</summary>
    public required ImmutableArray<(long PlayerId, int? Champion)> Seats { get; init; }

    /// <summary>As it came.</summary>
    public required byte[] Json { get; init; }

    /// <param name="asked">Who was asked about: in the game even where the answer does not name that player.</param>
    /// <param name="product">What of.</param>
    /// <param name="answer">What came.</param>
    /// <param name="roster">Who is tracked.</param>
    public static Sighting Of(Tracked asked, RiotProduct product, WithJson<ActiveGame> answer, Roster roster)
    {
        var (game, json) = answer;
        var seats = game.Players
            .Select(one => (Player: roster.Find(product, one.Puuid?.Value), Champion: product == RiotProduct.League && one.ChampionId > 0 ? one.ChampionId : (int?)null))
            .Where(seat => seat.Player is not null)
            .Select(seat => (seat.Player!.Id, seat.Champion))
            .DistinctBy(seat => seat.Id)
            .ToList();
        if (!seats.Exists(seat => seat.Id == asked.Id))
        {
            seats.Add((asked.Id, null));
        }

        // A Clash game says CUSTOM too, and has a queue.
        var isCustom = product == RiotProduct.League && game.Queue is null or 0;
        var isBrawl = Brawl.Is(game.Mode ?? "", game.Queue);
        return new Sighting
        {
            GameId = string.Create(CultureInfo.InvariantCulture, $"{(game.Platform ?? asked.Platform).ToUpperInvariant()}_{game.GameId}"),
            Product = product,
            Queue = game.Queue,
            StartedAt = game.StartedAt,
            Status = isCustom ? GameStatus.Custom : isBrawl ? GameStatus.Private : GameStatus.Active,
            Reason = isCustom ? AbsenceReasons.Custom : isBrawl ? "Riot does not approve that this mode is kept or shown." : null,
            AskedId = asked.Id,
            Seats = isBrawl ? [.. seats.Select(seat => (seat.Id, (int?)null))] : [.. seats],
            Json = json,
        };
    }
}
