using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;

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

    /// <summary>Exact figures by slot, once the League client tells them after the game; empty until then.</summary>
    public ImmutableArray<EndOfGamePlayer> Finals { get; init; } = [];

    /// <summary>Whether MnM has seen the game itself, and so knows its course and its objectives.</summary>
    public bool WasWatched => Game.GameId != FinalFigures.NotWatched;

    /// <summary>The totals of the left side.</summary>
    public TeamView Blue => Totals(TeamView.Blue);

    /// <summary>The totals of the right side.</summary>
    public TeamView Red => Totals(TeamView.Red);

    /// <summary>What the left side has.</summary>
    public Worth BlueWorth => WorthOf(Side.Blue);

    /// <summary>What the right side has.</summary>
    public Worth RedWorth => WorthOf(Side.Red);

    /// <summary>The local player; null while spectating or where the names do not tell.</summary>
    public PlayerView? You => Game.ActivePlayer?.Slot is { } slot && slot < Game.Players.Length
        ? Game.Players[slot]
        : Game.Players.FirstOrDefault(player => player.IsActivePlayer);

    /// <summary>The scene of <paramref name="game"/>.</summary>
    /// <param name="game">The poll.</param>
    /// <param name="marks">By slot; may be empty.</param>
    /// <param name="before">The scene it follows.</param>
    /// <param name="finals">Exact figures by slot; none while the game runs.</param>
    public static LiveScene Of(LiveView game, ImmutableArray<RowMarks> marks, LiveScene? before, ImmutableArray<EndOfGamePlayer> finals = default)
    {
        var board = Scoreboard.Of(game, marks, finals);
        var sameEvents = before is not null && before.Game.GameId == game.GameId
            && before.Game.Events == game.Events && before.Game.Completions == game.Completions;
        var lines = sameEvents ? before!.Lines : EventLines.Of(game);
        var twoSides = game.GameId != FinalFigures.NotWatched && !board.IsCards && game.Players.Any(p => p.Team == TeamView.Blue) && game.Players.Any(p => p.Team == TeamView.Red);
        return new() { Game = game, Board = board, Lines = lines, Finals = finals.IsDefault ? [] : finals, Plot = twoSides ? DifferencePlot.Of(game, lines) : null };
    }

    private Worth WorthOf(Side side) => Worth.Sum(Board.Rows.Where(row => row.Side == side).Select(row => row.Worth));

    private TeamView Totals(string team) => Game.Teams.FirstOrDefault(t => t.Team == team) ?? new(team, 0, 0, 0, [], 0, 0, 0, 0, 0);
}
