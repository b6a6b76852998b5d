using MnM.Collector.Insights;

namespace MnM.Web.Insights;

/// <summary>An invented report, so that what would be sent can be read before anything is explained.</summary>
internal static class ExampleReport
{
    private const string MatchId = "EUW1_1234567890";

    public static InsightReport Of() => new()
    {
        Subject = new InsightSubject.OfMatch(MatchId, 3).Key,
        Person = new InsightPerson("Nightjar#EUW", "MIDDLE", "GOLD"),
        Matches = [new InsightMatch(MatchId, 3, 103, "Ahri", IsBlue: true, Won: false, new DateTimeOffset(2026, 11, 21, 20, 14, 0, TimeSpan.Zero), 1902)],
        Model = new ModelBasis(3, 1204, 0.171),
        Chances = [new(300, 0.51), new(600, 0.55), new(900, 0.57), new(1200, 0.56), new(1500, 0.18), new(1800, 0.09), new(1902, 0.04)],
        Actions =
        [
            Action(312, ActionKind.Kill, true, true, "", 0.51, 0.55),
            Action(611, ActionKind.Dragon, true, true, "Fire", 0.55, 0.58),
            Action(894, ActionKind.Herald, false, false, "", 0.57, 0.53),
            Action(1330, ActionKind.Death, false, true, "", 0.56, 0.42),
            Action(1440, ActionKind.Death, false, true, "", 0.43, 0.26),
            Action(1480, ActionKind.Baron, false, false, "", 0.27, 0.18),
        ],
        Gaps =
        [
            new FigureGap(InsightFigure.CsPerMinute, 5.1, new Sample(6.2, 5.9, 6.5, 34), new Sample(6.4, 6.1, 6.7, 120, "GOLD")),
            new FigureGap(InsightFigure.Deaths, 7, new Sample(4.8, 4.1, 5.5, 34), new Sample(5.2, 5, 5.4, 120, "GOLD")),
        ],
        Similar = [],
    };

    private static InsightAction Action(double at, ActionKind kind, bool isOurs, bool isPersonal, string detail, double before, double after) =>
        new(MatchId, at, kind, isOurs, isPersonal, detail, before, after);
}
