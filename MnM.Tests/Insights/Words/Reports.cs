using System.Collections.Immutable;
using MnM.Collector.Insights;

namespace MnM.Tests.Insights.Words;

/// <summary>Reports that a test says, and reports of any shape by seed.</summary>
internal static class Reports
{
    public const string MatchId = "EUW1_7001";

    /// <summary>A lost match with two deaths before Baron, as the owner had it.</summary>
    public static InsightReport Lost() => new()
    {
        Subject = $"match:{MatchId}:3",
        Person = new InsightPerson("Nightjar#EUW", "MIDDLE", "GOLD", IsYou: true),
        Matches = [Match(MatchId, won: false)],
        Model = new ModelBasis(2, 640, 0.163),
        Groups = [new ActionGroup(MatchId, ActionKind.Death, 2, 1330.2, 1440.9, -0.31, new ActionSequel(ActionKind.Baron, "", 1480.7, 39.8))],
        Gaps =
        [
            new FigureGap(InsightFigure.CsPerMinute, 5.1, new Sample(6.2, 5.9, 6.5, 24), new Sample(6.4, 6.2, 6.6, 120)),
            new FigureGap(InsightFigure.Kills, 7, null, null),
            new FigureGap(InsightFigure.Deaths, 9, null, null),
            new FigureGap(InsightFigure.Assists, 1, null, null),
        ],
    };

    public static InsightMatch Match(string id, bool won) => new(id, 3, 103, "Ahri", IsBlue: true, won, new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.Zero), 2052);

    /// <summary>A report of a match or a player with whatever a report can hold and lack.</summary>
    public static InsightReport Any(int seed)
    {
        var random = new Random(seed);
        var isMatch = random.Next(3) > 0;
        var hasModel = random.Next(4) > 0;
        var matches = Enumerable.Range(0, isMatch ? 1 : random.Next(5, 51)).Select(number => Match($"EUW1_{7001 + number}", random.Next(2) == 0) with { Seconds = random.Next(300, 3600) }).ToImmutableArray();
        var actions = Enumerable.Range(0, random.Next(40)).Select(_ => Action(random, matches, hasModel)).OrderBy(action => action.At).ToImmutableArray();
        return new InsightReport
        {
            Subject = isMatch ? $"match:{matches[0].MatchId}:3" : $"player:1:{matches.Length}",
            Person = new InsightPerson(random.Next(3) switch { 0 => "Nightjar#EUW", 1 => "31 of 44#0815", _ => "" }, "MIDDLE", random.Next(2) == 0 ? "GOLD" : null, random.Next(2) == 0),
            Matches = matches,
            Model = hasModel ? new ModelBasis(1, 300, 0.17) : null,
            Silence = hasModel ? null : "12 of the 200 timelines are stored that a model of win chances needs; until then no chances are told.",
            Actions = actions,
            Groups = [.. matches.Take(8).SelectMany(match => MnM.Collector.Insights.Stories.ActionGroups.Of([.. actions.Where(action => action.MatchId == match.MatchId)]))],
            Gaps = [.. Enum.GetValues<InsightFigure>().Where(_ => random.Next(4) > 0).Select(figure => Gap(random, figure, isMatch))],
        };
    }

    private static InsightAction Action(Random random, ImmutableArray<InsightMatch> matches, bool hasModel)
    {
        var kind = (ActionKind)random.Next(Enum.GetValues<ActionKind>().Length);
        var (before, after) = (random.NextDouble(), random.NextDouble());
        return new InsightAction(
            matches[random.Next(Math.Min(8, matches.Length))].MatchId, random.Next(60_000, 2_000_000) / 1000.0, kind, kind != ActionKind.Death && random.Next(2) == 0, random.Next(2) == 0,
            kind == ActionKind.Dragon ? ((string[])["Fire", "Hextech", "", "Ruined"])[random.Next(4)] : "", hasModel ? before : null, hasModel ? after : null);
    }

    private static FigureGap Gap(Random random, InsightFigure figure, bool isMatch)
    {
        var isCount = figure is InsightFigure.Kills or InsightFigure.Deaths or InsightFigure.Assists;
        var own = isCount && isMatch ? random.Next(20) : Math.Round(random.NextDouble() * 700, 4) - (figure >= InsightFigure.GoldLeadAt10 ? 350 : 0);
        return new FigureGap(figure, own, random.Next(3) > 0 ? Sample(random) : null, random.Next(3) > 0 ? Sample(random) with { Rank = random.Next(2) == 0 ? "GOLD" : null } : null);
    }

    private static Sample Sample(Random random) => random.NextDouble() * 700 is var mean && random.NextDouble() * 90 is var margin ? new Sample(mean, mean - margin, mean + margin, random.Next(2, 2000)) : null!;
}
