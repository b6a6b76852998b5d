using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Web.Live;

namespace MnM.Web.Matches;

/// <summary>What the bars of a match can compare.</summary>
public enum BarFigure
{
    /// <summary>Damage to champions.</summary>
    Damage,

    /// <summary>Damage taken.</summary>
    Taken,

    /// <summary>Vision score.</summary>
    Vision,
}

/// <summary>Somebody's bar.</summary>
/// <param name="Row">Who.</param>
/// <param name="Value">How much.</param>
/// <param name="Parts">Its parts in percent of the greatest bar, with the class of each; they sum up to the bar.</param>
/// <param name="Words">All of it in words.</param>
public sealed record MatchBar(RowView Row, int Value, ImmutableArray<(string Class, double Share)> Parts, string Words);

/// <summary>A lane's two bars, or one alone.</summary>
public sealed record BarPair(string Position, MatchBar? Blue, MatchBar? Red);

/// <summary>Bars that grow from the middle; all on one scale.</summary>
internal static class MatchBars
{
    /// <summary>What is compared.</summary>
    public static string Word(BarFigure figure) => figure switch
    {
        BarFigure.Damage => "Damage",
        BarFigure.Taken => "Taken",
        _ => "Vision",
    };

    /// <summary>Lane against lane, or everybody alone in modes without two sides.</summary>
    public static ImmutableArray<BarPair> Of(MatchScene scene, BarFigure figure)
    {
        var most = Math.Max(1, scene.People.Select(one => ValueOf(one, DetailsOf(scene, one), figure)).DefaultIfEmpty().Max());
        MatchBar? BarOf(RowView? row) => row is null ? null : Bar(row, scene.People[row.Player.Slot], scene, figure, most);
        return scene.Live.Board.IsCards
            ? [.. scene.Live.Board.Rows.Select(row => new BarPair("", BarOf(row), null))]
            : [.. scene.Live.Board.Lanes.Select(lane => new BarPair(lane.Position, BarOf(lane.Blue), BarOf(lane.Red)))];
    }

    private static MatchBar Bar(RowView row, MatchParticipant one, MatchScene scene, BarFigure figure, int most)
    {
        var details = DetailsOf(scene, one);
        var value = ValueOf(one, details, figure);
        ImmutableArray<(string Class, int Part)> parts = figure switch
        {
            BarFigure.Damage when details.Physical + (long)details.Magic + details.True > 0 => [("phys", details.Physical), ("magic", details.Magic), ("true", details.True)],
            _ => [("all", value)],
        };

        // Riot's kinds sum up to the whole but for rounding; the bar is as long as the whole.
        var sum = Math.Max(1, parts.Sum(part => (long)part.Part));
        return new MatchBar(row, value, [.. parts.Select(part => (part.Class, Math.Round((double)value * part.Part / sum * 100 / most, 2)))], Words(row, details, value, figure));
    }

    private static string Words(RowView row, ParticipantDetails details, int value, BarFigure figure) => figure switch
    {
        BarFigure.Damage => $"{row.Player.ChampionName}: {Figures.Whole(value)} damage to champions; physical {Figures.Whole(details.Physical)}, magic {Figures.Whole(details.Magic)}, true {Figures.Whole(details.True)}",
        BarFigure.Taken => $"{row.Player.ChampionName}: {Figures.Whole(value)} damage taken",
        _ => $"{row.Player.ChampionName}: vision score {Figures.Whole(value)}; wards placed {details.WardsPlaced}, killed {details.WardsKilled}, control wards bought {details.ControlWards}",
    };

    private static int ValueOf(MatchParticipant one, ParticipantDetails details, BarFigure figure) => figure switch
    {
        BarFigure.Damage => one.Damage,
        BarFigure.Taken => details.Taken,
        _ => one.VisionScore,
    };

    private static ParticipantDetails DetailsOf(MatchScene scene, MatchParticipant one) =>
        scene.Opened.Details.People.FirstOrDefault(told => told.Number == one.Number) ?? new ParticipantDetails(one.Number, 0, 0, 0, 0, 0, 0, 0);
}
