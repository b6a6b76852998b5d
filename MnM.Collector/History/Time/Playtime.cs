using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>How long was played, from the real lengths of the games.</summary>
public sealed record Playtime
{
    /// <summary>In all games that are counted.</summary>
    public required TimeSpan Total { get; init; }

    /// <summary>How much of it is of games without a start, which have no day.</summary>
    public required TimeSpan Undated { get; init; }
    public required ImmutableArray<PeriodTime> Weeks { get; init; }
    public required ImmutableArray<PeriodTime> Months { get; init; }

    /// <summary>The most played first, as below.</summary>
    public required ImmutableArray<GameGroup<PlayedChampion>> Champions { get; init; }

    /// <summary>By role; the empty one is that of modes without roles.</summary>
    public required ImmutableArray<GameGroup<string>> Roles { get; init; }

    /// <summary>By Riot's number of the queue.</summary>
    public required ImmutableArray<GameGroup<int>> Queues { get; init; }

    /// <summary>How long a game lasts until its last player leaves; null where no length is known.</summary>
    public required GameLengths? Lengths { get; init; }

    public static Playtime Of(IReadOnlyCollection<PlayedGame> games, CalendarMap calendar, Rates rates) => new()
    {
        Total = games.Sum(game => game.Played),
        Undated = games.Where(game => game.StartedAt is null).Sum(game => game.Played),
        Weeks = calendar.Weeks,
        Months = calendar.Months,
        // Champions by number: Riot has spelt some in several ways.
        Champions = [.. GameGroups.By(games, game => game.Champion.Id, rates).Select(group =>
            new GameGroup<PlayedChampion>(games.Last(game => game.Champion.Id == group.Key).Champion, group.Games, group.Played, group.Rate))],
        Roles = GameGroups.By(games, game => game.Role, rates),
        Queues = GameGroups.By(games, game => game.QueueId, rates),
        Lengths = games.Where(game => game.Duration > TimeSpan.Zero).Select(game => game.Duration).ToList() is { Count: > 0 } lengths
            ? new GameLengths(new TimeSpan(lengths.Sum(length => length.Ticks) / lengths.Count), lengths.Min(), lengths.Max())
            : null,
    };
}

/// <summary>How long games last.</summary>
public sealed record GameLengths(TimeSpan Average, TimeSpan Shortest, TimeSpan Longest);

/// <summary>Games that did not come to an end.</summary>
/// <param name="Remakes">Ended by their players because one was missing.</param>
/// <param name="Aborted">Called off by Riot.</param>
/// <param name="Played">The time in both.</param>
public sealed record SetApart(int Remakes, int Aborted, TimeSpan Played)
{
    public static SetApart Of(IReadOnlyCollection<PlayedGame> games) => new(
        games.Count(game => game.Outcome == Outcome.Remake), games.Count(game => game.Outcome == Outcome.Aborted), games.Where(game => !game.Counts).Sum(game => game.Played));
}
