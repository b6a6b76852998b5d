using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>What came before a game of a session.</summary>
public enum Before
{
    /// <summary>Nothing: it is the session's first.</summary>
    Nothing,

    /// <summary>A win, and no break.</summary>
    Win,

    /// <summary>One loss, and no break.</summary>
    Loss,

    /// <summary>Two losses in a row without a break.</summary>
    TwoLosses,

    /// <summary>Three or more losses in a row without a break.</summary>
    ThreeLosses,

    /// <summary>A break within the session.</summary>
    Break,
}

/// <summary>A game and what came before it.</summary>
/// <param name="Game">The game.</param>
/// <param name="Session">The session's number, from 0.</param>
/// <param name="Place">Which game of its session it is, from 1; 0 of a remake.</param>
/// <param name="Before">Null of a remake, and straight after a game that has no part in win rates.</param>
internal readonly record struct PlacedGame(PlayedGame Game, int Session, int Place, Before? Before);

/// <summary>Goes through all games of a player in their order: the third game of an evening is the third whatever is looked at.</summary>
internal static class Course
{
    /// <summary>After so long without a game the next one begins a new session.</summary>
    public static readonly TimeSpan SessionGap = TimeSpan.FromMinutes(45);

    /// <summary>So long is a break within a session; queueing, champ select and loading seldom take longer.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromMinutes(15);

    /// <summary>The games whose start is known, the first first.</summary>
    public static ImmutableArray<PlacedGame> Of(IEnumerable<PlayedGame> games)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedGame>();
        var (session, place, losses, won, end) = (-1, 0, 0, (bool?)null, DateTimeOffset.MinValue);
        foreach (var game in games.Where(game => game.StartedAt is not null).OrderBy(game => game.StartedAt))
        {
            var pause = session < 0 ? TimeSpan.MaxValue : game.StartedAt!.Value - end;
            if (pause > SessionGap)
            {
                (session, place) = (session + 1, 0);
            }

            if (pause >= Break)
            {
                (losses, won) = (0, null);
            }

            place += game.Counts ? 1 : 0;
            placed.Add(new PlacedGame(game, session, game.Counts ? place : 0, game.Counts ? Judge(place, pause, won, losses) : null));
            end = game.EndedAt > end ? game.EndedAt.Value : end;

            // A remake changes nothing of how somebody feels about the last result.
            if (game.Counts)
            {
                won = game.IsRated ? game.IsWon : null;
                losses = won == false ? losses + 1 : 0;
            }
        }

        return placed.ToImmutable();
    }

    private static Before? Judge(int place, TimeSpan pause, bool? won, int losses) => place == 1 ? Before.Nothing
        : pause >= Break ? Before.Break
        : won switch { null => null, true => Before.Win, false => losses switch { 1 => Before.Loss, 2 => Before.TwoLosses, _ => Before.ThreeLosses } };
}
