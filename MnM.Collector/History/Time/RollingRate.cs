using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>The share of wins in the last games, game by game.</summary>
/// <param name="Points">From the twentieth rated game on; without fewer than twenty there is none.</param>
public sealed record RollingRate(ImmutableArray<RollingPoint> Points)
{
    /// <summary>So many games each point looks back.</summary>
    public const int Window = 20;

    /// <param name="rated">Rated games whose start is known, the first first.</param>
    internal static RollingRate Of(IReadOnlyList<PlayedGame> rated)
    {
        var points = ImmutableArray.CreateBuilder<RollingPoint>();
        var wins = 0;
        for (var index = 0; index < rated.Count; index++)
        {
            wins += (rated[index].IsWon ? 1 : 0) - (index >= Window && rated[index - Window].IsWon ? 1 : 0);
            if (index + 1 >= Window)
            {
                points.Add(new RollingPoint(index + 1, rated[index].StartedAt!.Value, wins));
            }
        }

        return new RollingRate(points.ToImmutable());
    }
}

/// <summary>A place of the curve.</summary>
/// <param name="Game">Which rated game it is, from 1.</param>
/// <param name="At">When that began, UTC.</param>
/// <param name="Wins">Of the last <see cref="RollingRate.Window"/>, with it.</param>
public sealed record RollingPoint(int Game, DateTimeOffset At, int Wins)
{
    public double Percent => 100.0 * Wins / RollingRate.Window;
}
