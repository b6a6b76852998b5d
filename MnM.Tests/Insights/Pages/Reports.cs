using MnM.Collector.Insights;
using MnM.Collector.Insights.Words;

namespace MnM.Tests.Insights.Pages;

/// <summary>Insights for pages.</summary>
internal static class Reports
{
    public const string MatchId = "EUW1_7001";

    public static DateTimeOffset At { get; } = new(2026, 11, 21, 21, 14, 0, TimeSpan.Zero);

    public static InsightSubject Match { get; } = new InsightSubject.OfMatch(MatchId, 3);

    public static InsightSubject Player { get; } = new InsightSubject.OfPlayer(7, 20);

    public static InsightReport OfMatch { get; } = new()
    {
        Subject = Match.Key,
        Person = new InsightPerson("Anna#EUW", "MIDDLE", "GOLD"),
        Matches = [Played()],
        Model = new ModelBasis(3, 1204, 0.1712),
        Chances = [.. Enumerable.Range(1, 32).Select(minute => new MinuteChance(minute * 60, 0.5 + (0.3 * Math.Sin(minute / 5.0))))],
        Actions =
        [
            Action(312, ActionKind.Kill, 0.51, 0.55),
            Action(611, ActionKind.Dragon, 0.55, 0.58, detail: "Fire"),
            Action(900, ActionKind.Purchase, 0.55, 0.56, detail: "3071"),
            Action(1330, ActionKind.Death, 0.56, 0.42, isOurs: false),
            Action(1340, ActionKind.Grub, 0.42, 0.41, isOurs: false, isPersonal: false),
            Action(1340, ActionKind.Grub, 0.42, 0.41, isOurs: false, isPersonal: false),
            Action(1480, ActionKind.Baron, 0.27, 0.18, isOurs: false, isPersonal: false),
        ],
        Gaps =
        [
            new FigureGap(InsightFigure.CsPerMinute, 5.1, new Sample(6.2, 5.9, 6.5, 34), new Sample(6.4, 6.1, 6.7, 120, "GOLD")),
            new FigureGap(InsightFigure.GoldLeadAt10, -412, null, new Sample(-0.3, -120, 119.4, 120, "GOLD")),
        ],
        Similar = [new SimilarMatch("EUW1_6999", 8, 103, "Ahri", Won: true, At.AddDays(-3), 0.9421)],
    };

    /// <summary>What a report is while too few timelines are stored: no chance anywhere.</summary>
    public static InsightReport Silent { get; } = OfMatch with
    {
        Model = null,
        Silence = "12 of the 200 timelines are stored that a model of win chances needs; until then no chances are told.",
        Chances = [],
        Actions = [.. OfMatch.Actions.Select(action => action with { Before = null, After = null })],
        Similar = [],
    };

    public static InsightReport OfPlayer { get; } = OfMatch with
    {
        Subject = Player.Key,
        Matches = [.. Enumerable.Range(0, 20).Select(game => Played($"EUW1_{7001 - game}", game % 3 != 0, At.AddDays(-game)))],
        Chances = [],
        Similar = [],
    };

    public static InsightWords Words { get; } = new(
        ["You lost 14 % in a death at 22:10.", "Baron fell 150 s later."], [new Recommendation("Take more of the last hits.", "5.1 CS a minute, others 6.4 ± 0.3 (n 120)")], WordAuthor.Templates);

    public static Insight Of(InsightReport report, InsightWords? words = null, bool isOld = false) => new(report, words ?? Words, At, isOld);

    public static InsightAction Action(double at, ActionKind kind, double? before, double? after, bool isOurs = true, bool isPersonal = true, string detail = "") =>
        new(MatchId, at, kind, isOurs, isPersonal, detail, before, after);

    private static InsightMatch Played(string id = MatchId, bool won = false, DateTimeOffset? at = null) => new(id, 3, 103, "Ahri", IsBlue: true, won, at ?? At, 1902);
}
