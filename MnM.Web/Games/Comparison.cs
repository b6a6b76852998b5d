using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>What the running game said of everybody at its end, beside what Riot says.</summary>
public sealed record Comparison(ImmutableArray<ComparisonRow> Rows)
{
    /// <summary>How far both agree, in a sentence.</summary>
    public string Summary
    {
        get
        {
            var (differ, rounded) = (Rows.Sum(row => row.Differences), Rows.Count(row => row.Creeps.Mark == Agreement.Rounded));
            var first = differ switch
            {
                0 => "no figure differs",
                1 => "1 figure differs",
                _ => $"{Figures.Whole(differ)} figures differ",
            };
            return rounded == 0 ? first : $"{first}, {rounded} CS were rounded by the client";
        }
    }

    /// <summary>The rows of a game, lane by lane.</summary>
    /// <param name="final">The last poll.</param>
    /// <param name="pairs">The participant of each slot; null where the match has nobody who fits.</param>
    public static Comparison Of(LiveView final, ImmutableArray<MatchParticipant?> pairs) => new(
    [
        .. Scoreboard.Of(final, []).Rows.Select(row => ComparisonRow.Of(row, pairs[row.Player.Slot])),
    ]);
}

/// <summary>One player, as the running game and as Riot tell it.</summary>
public sealed record ComparisonRow(RowView Row, ComparedFigure Score, ComparedFigure Creeps, ComparedFigure Vision, ComparedFigure Gold, ComparedFigure Damage)
{
    /// <summary>How many figures contradict each other.</summary>
    public int Differences => new[] { Score, Creeps, Vision }.Count(figure => figure.Mark == Agreement.Differs);

    /// <summary>The row of a player.</summary>
    public static ComparisonRow Of(RowView row, MatchParticipant? riot)
    {
        var player = row.Player;
        var score = $"{player.Kills}/{player.Deaths}/{player.Assists}";
        if (riot is null)
        {
            return new(row, Alone(score), Alone(Figures.Creeps(player.CreepScore)), Alone(Figures.Whole(player.WardScore)), Alone(Figures.Kilo(player.ItemValue)), Alone("–"));
        }

        var told = $"{riot.Kills}/{riot.Deaths}/{riot.Assists}";
        return new(
            row,
            new(score, told, score == told ? Agreement.Same : Agreement.Differs),
            new(Figures.Creeps(player.CreepScore), Figures.Whole(riot.Cs), CreepsAgree(player.CreepScore, riot.Cs)),
            new(Figures.Whole(player.WardScore), Figures.Whole(riot.VisionScore), Math.Abs(player.WardScore - riot.VisionScore) <= 1 ? Agreement.Same : Agreement.Differs),
            new(Figures.Kilo(player.ItemValue), Figures.Kilo(riot.GoldSpent), Agreement.Other),
            new("–", Figures.Kilo(riot.Damage), Agreement.Other));
    }

    private static ComparedFigure Alone(string live) => new(live, "–", Agreement.Other);

    /// <summary>The client rounds down to tens, and may be as much behind at its last poll.</summary>
    private static Agreement CreepsAgree(int live, int riot) => (riot - live) switch
    {
        0 => Agreement.Same,
        > 0 and < 20 => Agreement.Rounded,
        _ => Agreement.Differs,
    };
}

/// <summary>A figure as both tell it.</summary>
public readonly record struct ComparedFigure(string Live, string Riot, Agreement Mark)
{
    /// <summary>The class of the cell that holds Riot's figure.</summary>
    public string? Class => Mark switch
    {
        Agreement.Same => "same",
        Agreement.Differs => "off",
        _ => "more",
    };
}

/// <summary>How two figures stand to each other.</summary>
public enum Agreement
{
    /// <summary>They are equal.</summary>
    Same,

    /// <summary>The client rounds where Riot is exact.</summary>
    Rounded,

    /// <summary>They count different things, or one of them is not told.</summary>
    Other,

    /// <summary>They contradict each other.</summary>
    Differs,
}
