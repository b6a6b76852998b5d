using System.Collections.Immutable;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>A game as the page draws it; parts that did not change are those of the scene before, so their components do not render.</summary>
public sealed record LiveScene
{
    public required LiveView Game { get; init; }
    public required Scoreboard Board { get; init; }

    /// <summary>Latest first.</summary>
    public required ImmutableArray<EventLine> Lines { get; init; }

    /// <summary>The chart; null where no two sides can be compared.</summary>
    public DifferencePlot? Plot { get; init; }

    /// <summary>The totals of the left side.</summary>
    public TeamView Blue => Totals(TeamView.Blue);

    /// <summary>The totals of the right side.</summary>
    public TeamView Red => Totals(TeamView.Red);

    /// <summary>The local player; null while spectating or where the names do not tell.</summary>
    public PlayerView? You => Game.ActivePlayer?.Slot is { } slot && slot < Game.Players.Length
        ? Game.Players[slot]
        : Game.Players.FirstOrDefault(player => player.IsActivePlayer);

    /// <summary>The game that the page shows in this state: a running one, one whose connection is lost, or one that has just ended.</summary>
    public static LiveView? Shows(LiveState state) =>
        state.Connection is LiveConnection.InGame or LiveConnection.Lost or LiveConnection.Ended ? state.Game : null;

    /// <summary>The scene of <paramref name="game"/>.</summary>
    public static LiveScene Of(LiveView game, ImmutableArray<RowMarks> marks, LiveScene? before)
    {
        var board = Scoreboard.Of(game, marks);
        var sameEvents = before is not null && before.Game.GameId == game.GameId
            && before.Game.Events == game.Events && before.Game.Completions == game.Completions;
        var lines = sameEvents ? before!.Lines : EventLines.Of(game);
        var twoSides = !board.IsCards && game.Players.Any(p => p.Team == TeamView.Blue) && game.Players.Any(p => p.Team == TeamView.Red);
        return new() { Game = game, Board = board, Lines = lines, Plot = twoSides ? DifferencePlot.Of(game, lines) : null };
    }

    private TeamView Totals(string team) => Game.Teams.FirstOrDefault(t => t.Team == team) ?? new(team, 0, 0, 0, [], 0, 0, 0, 0, 0);
}
