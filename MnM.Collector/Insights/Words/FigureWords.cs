using System.Globalization;

namespace MnM.Collector.Insights.Words;

/// <summary>Figures in words.</summary>
internal static class FigureWords
{
    /// <summary>The person's figure with its unit: "5.1 CS a minute".</summary>
    public static string Own(InsightFigure figure, double value) => figure switch
    {
        InsightFigure.CsPerMinute => $"{Number(figure, value)} CS a minute",
        InsightFigure.GoldPerMinute => $"{Number(figure, value)} gold a minute",
        InsightFigure.DamagePerMinute => $"{Number(figure, value)} damage a minute",
        InsightFigure.VisionPerMinute => $"{Number(figure, value)} vision a minute",
        InsightFigure.KillParticipationPercent => $"a part in {Number(figure, value)} of the kills",
        InsightFigure.Kills => Counted(figure, value, "kill"),
        InsightFigure.Deaths => Counted(figure, value, "death"),
        InsightFigure.Assists => Counted(figure, value, "assist"),
        InsightFigure.CsAt10 => $"{Number(figure, value)} CS at 10:00",
        InsightFigure.GoldLeadAt10 => $"{Number(figure, value)} gold against the lane at 10:00",
        InsightFigure.ExperienceLeadAt10 => $"{Number(figure, value)} experience against the lane at 10:00",
        InsightFigure.GoldLeadAt15 => $"{Number(figure, value)} gold against the lane at 15:00",
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Nobody knows how to say this."),
    };

    /// <summary>The person's figure beside the own average and others: "5.1 CS a minute; usually 6.2 ± 0.3 (n 24), others 6.4 ± 0.2 (n 120)".</summary>
    public static string Compared(FigureGap gap)
    {
        var usual = gap.Usual is { } own ? $"usually {Mean(gap.Figure, own)}" : null;
        var others = gap.Others is { } told ? $"others{(told.Rank is { } rank ? $" in {Rank(rank)}" : "")} {Mean(gap.Figure, told)}{(told.IsBiased ? ", too few to rely on" : "")}" : null;
        return string.Join("; ", ((string?[])[Own(gap.Figure, gap.Own), usual, others]).OfType<string>());
    }

    /// <summary>The figure alone, rounded as it is told.</summary>
    public static string Number(InsightFigure figure, double value) => figure switch
    {
        InsightFigure.CsPerMinute => Rounded(value, "0.0"),
        InsightFigure.VisionPerMinute => Rounded(value, "0.00"),
        InsightFigure.KillParticipationPercent => $"{Rounded(value, "0")} %",
        InsightFigure.GoldLeadAt10 or InsightFigure.ExperienceLeadAt10 or InsightFigure.GoldLeadAt15 => Signed(value),
        InsightFigure.Kills or InsightFigure.Deaths or InsightFigure.Assists or InsightFigure.CsAt10 => Rounded(value, "0.#"),
        _ => Rounded(value, "0"),
    };

    /// <summary>With minus as −.</summary>
    private static string Rounded(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Signed(double value) => Rounded(value, "+0;-0;0");

    private static string Mean(InsightFigure figure, Sample sample)
    {
        var (mean, margin) = figure switch
        {
            // The mean of counts is no count.
            InsightFigure.Kills or InsightFigure.Deaths or InsightFigure.Assists or InsightFigure.CsAt10 => (Rounded(sample.Mean, "0.0"), Rounded(sample.Margin, "0.0")),
            InsightFigure.GoldLeadAt10 or InsightFigure.ExperienceLeadAt10 or InsightFigure.GoldLeadAt15 => (Number(figure, sample.Mean), Rounded(sample.Margin, "0")),
            _ => (Number(figure, sample.Mean), Number(figure, sample.Margin)),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{mean} ± {margin} (n {sample.Games})");
    }

    /// <summary>Riot's GOLD as people write it.</summary>
    private static string Rank(string tier) => tier.Length == 0 ? tier : tier[..1] + tier[1..].ToLowerInvariant();

    private static string Counted(InsightFigure figure, double value, string word) => Number(figure, value) is var number && number == "1" ? $"{number} {word}" : $"{number} {word}s";
}
