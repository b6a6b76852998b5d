using MnM.Collector.Insights;
using MnM.Collector.Insights.Words;

namespace MnM.Tests.Insights.Language;

/// <summary>A report as one of a lost match, and MnM's own words of it.</summary>
internal static class Reports
{
    public static InsightSubject Subject { get; } = new InsightSubject.OfMatch("EUW1_5720153635", 3);

    public static InsightReport Lost { get; } = new()
    {
        Subject = Subject.Key,
        Person = new InsightPerson("Nightjar#EUW", "MIDDLE", "GOLD"),
        Matches = [new InsightMatch("EUW1_5720153635", 3, 103, "Ahri", IsBlue: true, Won: false, null, 2112)],
        Model = new ModelBasis(4, 612, 0.19),
        Chances = [new MinuteChance(300, 0.52), new MinuteChance(1330, 0.47), new MinuteChance(1440, 0.16)],
        Actions =
        [
            new InsightAction("EUW1_5720153635", 1330, ActionKind.Death, IsOurs: false, IsPersonal: true, "", 0.47, 0.31),
            new InsightAction("EUW1_5720153635", 1440, ActionKind.Death, IsOurs: false, IsPersonal: true, "", 0.31, 0.16),
            new InsightAction("EUW1_5720153635", 1480, ActionKind.Baron, IsOurs: false, IsPersonal: false, "", 0.16, 0.09),
        ],
        Gaps = [new FigureGap(InsightFigure.CsPerMinute, 5.1, new Sample(6.2, 5.8, 6.6, 34), new Sample(6.4, 6.1, 6.7, 120, "GOLD"))],
    };

    public static InsightWords Own { get; } = new(
        ["You lost 31 % in two deaths between 22:10 and 24:00; Baron fell 40 s later.", "You had 5.1 CS a minute."],
        [new Recommendation("Farm more before you fight.", "5.1 CS a minute, others 6.4 ± 0.3 (n 120)")],
        WordAuthor.Templates);

    /// <summary>The same about somebody of that name.</summary>
    public static InsightReport Of(string name) => Lost with { Person = Lost.Person with { Name = name } };
}
