using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>What was played without a long gap between two games.</summary>
/// <param name="Start">When the first game began, UTC; of all games, looked at or not.</param>
/// <param name="End">When the last one ended.</param>
/// <param name="Games">Those that are looked at, the first first; remakes are not among them.</param>
public sealed record Session(DateTimeOffset Start, DateTimeOffset End, ImmutableArray<PlayedGame> Games)
{
    public TimeSpan Length => End - Start;

    /// <summary>Of the rated games.</summary>
    public int Wins => Games.Count(game => game is { IsRated: true, IsWon: true });

    /// <summary>The same.</summary>
    public int Losses => Games.Count(game => game is { IsRated: true, IsWon: false });
}

/// <summary>All sessions in which a game that is looked at was played.</summary>
/// <param name="All">The latest first.</param>
public sealed record Sessions(ImmutableArray<Session> All)
{
    /// <summary>Null without sessions.</summary>
    public TimeSpan? AverageLength => All.IsEmpty ? null : new TimeSpan(All.Sum(session => session.Length.Ticks) / All.Length);

    /// <summary>Games of a session that are looked at; null without sessions.</summary>
    public double? AverageGames => All.IsEmpty ? null : All.Average(session => session.Games.Length);

    /// <summary>Null without sessions; the latest of several.</summary>
    public Session? Longest => All.MaxBy(session => session.Length);

    internal static Sessions Of(ImmutableArray<PlacedGame> course, Func<PlayedGame, bool> isChosen) => new(
        [.. course.GroupBy(placed => placed.Session).Select(games => One([.. games], isChosen)).Where(session => !session.Games.IsEmpty).Reverse()]);

    private static Session One(List<PlacedGame> games, Func<PlayedGame, bool> isChosen) => new(
        games[0].Game.StartedAt!.Value,
        games.Max(placed => placed.Game.EndedAt!.Value),
        [.. games.Select(placed => placed.Game).Where(game => game.Counts && isChosen(game))]);
}
