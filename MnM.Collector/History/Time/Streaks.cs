using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>Wins and losses in a row.</summary>
/// <param name="Current">Wins in a row up to now, losses below 0; 0 without games.</param>
/// <param name="Wins">The longest row of wins, the first of several; null without one.</param>
/// <param name="Losses">The same of losses.</param>
public sealed record Streaks(int Current, Streak? Wins, Streak? Losses)
{
    /// <param name="rated">Rated games whose start is known, the first first.</param>
    internal static Streaks Of(IReadOnlyList<PlayedGame> rated)
    {
        Streak? wins = null, losses = null;
        var current = 0;
        for (var (index, first) = (0, 0); index < rated.Count; index++)
        {
            if (rated[index].IsWon != rated[first].IsWon)
            {
                first = index;
            }

            var streak = new Streak(index - first + 1, rated[first].StartedAt!.Value, rated[index].StartedAt!.Value);
            current = rated[index].IsWon ? streak.Games : -streak.Games;
            (wins, losses) = rated[index].IsWon ? (Longer(wins, streak), losses) : (wins, Longer(losses, streak));
        }

        return new Streaks(current, wins, losses);
    }

    private static Streak Longer(Streak? known, Streak other) => known is { } streak && streak.Games >= other.Games ? streak : other;
}

/// <summary>Games of one result in a row.</summary>
/// <param name="Games">How many.</param>
/// <param name="From">When the first began, UTC.</param>
/// <param name="To">When the last began.</param>
public sealed record Streak(int Games, DateTimeOffset From, DateTimeOffset To);
