using System.Globalization;
using MnM.Collector.Insights;

namespace MnM.Web.Insights;

/// <summary>A figure of a person beside others, as a table shows it.</summary>
/// <param name="Figure">What is compared.</param>
/// <param name="Own">The person's.</param>
/// <param name="Usual">The person's own average.</param>
/// <param name="Others">Other people's.</param>
/// <param name="Games">Of how many games the person's is.</param>
public sealed record GapRow(string Figure, string Own, GapCell Usual, GapCell Others, int Games)
{
    /// <param name="gap">The figures.</param>
    /// <param name="isMean">Whether the own one is a mean too, so that counts have a place behind the point.</param>
    public static GapRow Of(FigureGap gap, bool isMean) => new(
        Name(gap.Figure), Number(gap.Figure, gap.Own, isMean), GapCell.Of(gap.Figure, gap.Usual), GapCell.Of(gap.Figure, gap.Others), gap.Games);

    /// <summary>A figure with its unit.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="value">How much.</param>
    /// <param name="isMean">Whether it is a mean and no count.</param>
    /// <param name="isSigned">Whether leads have their sign.</param>
    internal static string Number(InsightFigure figure, double value, bool isMean, bool isSigned = true)
    {
        var text = figure switch
        {
            InsightFigure.CsPerMinute => Format(value, "0.0"),
            InsightFigure.VisionPerMinute => Format(value, "0.00"),
            InsightFigure.GoldPerMinute or InsightFigure.DamagePerMinute => Format(value, "N0"),
            InsightFigure.KillParticipationPercent => $"{Format(value, "0")} %",
            InsightFigure.GoldLeadAt10 or InsightFigure.ExperienceLeadAt10 or InsightFigure.GoldLeadAt15 => Format(value, "N0"),
            _ => Format(value, isMean ? "0.0" : "0"),
        };
        return isSigned && IsLead(figure) && Math.Round(value) > 0 ? $"+{text}" : text;
    }

    internal static string Name(InsightFigure figure) => figure switch
    {
        InsightFigure.CsPerMinute => "CS a minute",
        InsightFigure.GoldPerMinute => "Gold a minute",
        InsightFigure.DamagePerMinute => "Damage a minute",
        InsightFigure.VisionPerMinute => "Vision a minute",
        InsightFigure.KillParticipationPercent => "Part in kills",
        InsightFigure.CsAt10 => "CS at 10:00",
        InsightFigure.GoldLeadAt10 => "Gold lead at 10:00",
        InsightFigure.ExperienceLeadAt10 => "XP lead at 10:00",
        InsightFigure.GoldLeadAt15 => "Gold lead at 15:00",
        _ => figure.ToString(),
    };

    private static bool IsLead(InsightFigure figure) => figure is InsightFigure.GoldLeadAt10 or InsightFigure.ExperienceLeadAt10 or InsightFigure.GoldLeadAt15;

    // Rounded before it is written: −0.4 would otherwise become −0.
    private static string Format(double value, string format)
    {
        var rounded = Math.Round(value, format.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? format.Length - point - 1 : 0, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }
}

/// <summary>The mean of some games in a table.</summary>
/// <param name="Mean">– where there are none.</param>
/// <param name="Margin">± half of the interval; null where one game has none.</param>
/// <param name="Games">Of so many.</param>
/// <param name="IsBiased">Whether they are too few to tell of anybody else.</param>
/// <param name="Words">What the tooltip says.</param>
public sealed record GapCell(string Mean, string? Margin, int Games, bool IsBiased, string Words)
{
    public static GapCell Of(InsightFigure figure, Sample? sample)
    {
        if (sample is null)
        {
            return new GapCell("–", null, 0, false, "No such games are stored");
        }

        var (mean, half) = (GapRow.Number(figure, sample.Mean, isMean: true), (sample.High - sample.Low) / 2);
        var margin = sample.Games > 1 && double.IsFinite(half) ? GapRow.Number(figure, half, isMean: true, isSigned: false) : null;
        var games = string.Create(CultureInfo.InvariantCulture, $"{sample.Games:N0} {(sample.Games == 1 ? "game" : "games")}");
        var interval = margin is null ? "" : $", 95 % interval {GapRow.Number(figure, sample.Low, isMean: true)} to {GapRow.Number(figure, sample.High, isMean: true)}";
        return new GapCell(mean, margin, sample.Games, sample.IsBiased, $"{GapRow.Name(figure)}: {mean} in {games}{interval}{(sample.IsBiased ? ". So few games tell of those who happened to be met" : "")}");
    }
}
