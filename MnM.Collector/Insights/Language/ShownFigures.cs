using System.Globalization;

namespace MnM.Collector.Insights.Language;

/// <summary>Figures as a language model is given them: written as they are to be told, so that a number is either repeated or wrong.</summary>
internal static class ShownFigures
{
    // A word of these letters is no Roman numeral.
    private const string Letters = "ABEFGHJKNOPQRSTUWYZ";

    /// <summary>0.314 as "31 %".</summary>
    public static string Percent(double share) => $"{Number(share * 100, "0")} %";

    /// <summary>The same with its sign.</summary>
    public static string Swing(double share) => Percent(share) is var text && share > 0 && text[0] != '0' ? $"+{text}" : text;

    /// <summary>m:ss.</summary>
    public static string Time(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:00}");

    /// <summary>A figure in its unit.</summary>
    public static string Figure(InsightFigure figure, double value) => figure switch
    {
        InsightFigure.KillParticipationPercent => $"{Number(value, "0")} %",
        InsightFigure.CsPerMinute or InsightFigure.VisionPerMinute or InsightFigure.Kills or InsightFigure.Deaths or InsightFigure.Assists or InsightFigure.CsAt10 => Number(value, "0.#"),
        _ => Number(value, "0"),
    };

    /// <summary>What a figure is called.</summary>
    public static string Name(InsightFigure figure) => figure switch
    {
        InsightFigure.CsPerMinute => "CS a minute",
        InsightFigure.GoldPerMinute => "gold a minute",
        InsightFigure.DamagePerMinute => "damage to champions a minute",
        InsightFigure.VisionPerMinute => "vision score a minute",
        InsightFigure.KillParticipationPercent => "share of the own side's kills with a hand in them",
        InsightFigure.Kills => "kills",
        InsightFigure.Deaths => "deaths",
        InsightFigure.Assists => "assists",
        InsightFigure.CsAt10 => "CS at 10:00",
        InsightFigure.GoldLeadAt10 => "gold more than the lane opponent at 10:00",
        InsightFigure.ExperienceLeadAt10 => "experience more than the lane opponent at 10:00",
        InsightFigure.GoldLeadAt15 => "gold more than the lane opponent at 15:00",
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    /// <summary>By what a match is called: a letter, since its id would be full of numbers that mean nothing.</summary>
    public static string Match(int index) => index < Letters.Length ? $"{Letters[index]}" : $"{Letters[(index / Letters.Length) - 1]}{Letters[index % Letters.Length]}";

    /// <summary>With a minus that is no hyphen, and nothing after the point where that is zero.</summary>
    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture) is var text && text is "-0" ? "0" : text.Replace('-', '−');
}
