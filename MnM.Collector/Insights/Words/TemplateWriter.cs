using System.Globalization;

namespace MnM.Collector.Insights.Words;

/// <summary>MnM's own sentences: true by construction, and there without any language model. Each number stands in the report.</summary>
internal static class TemplateWriter
{
    /// <summary>What moved the chances less is not told.</summary>
    private const double LeastSwing = 0.03;

    private const int MostGroups = 2;
    private const int MostGaps = 2;

    public static InsightWords Write(InsightReport report)
    {
        var you = Person.Of(report);
        var standouts = Standouts.Of(report);
        return new InsightWords([Result(report, you), .. Groups(report, you), .. Events(report, you), .. Gaps(standouts, you)], Advice.Of(report, standouts), WordAuthor.Templates);
    }

    private static string Result(InsightReport report, Person you)
    {
        if (report.Matches is not [var match])
        {
            return string.Create(CultureInfo.InvariantCulture, $"{you.Subject} won {report.Wins} of the last {report.Games} games.");
        }

        var figures = report.Gaps.Where(gap => gap.Figure is InsightFigure.Kills or InsightFigure.Deaths or InsightFigure.Assists).ToDictionary(gap => gap.Figure, gap => FigureWords.Own(gap.Figure, gap.Own));
        var score = figures.Count == 3 ? $", with {figures[InsightFigure.Kills]}, {figures[InsightFigure.Deaths]} and {figures[InsightFigure.Assists]}" : "";
        return $"{you.Subject} {(match.Won ? "won" : "lost")} in {ActionWords.Time(match.Seconds)} as {match.Champion}{score}.";
    }

    private static IEnumerable<string> Groups(InsightReport report, Person you)
    {
        var bad = report.Groups.Where(group => group.Kind == ActionKind.Death && IsWorthTelling(group, -1)).Take(MostGroups);
        var good = report.Groups.Where(group => group.Kind == ActionKind.Kill && IsWorthTelling(group, 1)).Take(1);
        return bad.Concat(good).Select(group => Group(report, group, you));
    }

    /// <summary>Without a model what was followed by something, or happened more than once.</summary>
    private static bool IsWorthTelling(ActionGroup group, int sign) => group.Swing is { } swing ? swing * sign >= LeastSwing : group.Count > 1 || group.Sequel is not null;

    private static string Group(InsightReport report, ActionGroup group, Person you)
    {
        var told = group switch
        {
            { Swing: { } swing } => $"{(swing < 0 ? "lost" : "gained")} {ActionWords.Percent(swing)} in {ActionWords.Group(group)}",
            { Kind: ActionKind.Death, Count: 1 } => $"died at {ActionWords.Time(group.From)}",
            { Kind: ActionKind.Death } => $"died {ActionWords.Count(group.Count)} times {ActionWords.Span(group)}",
            _ => $"had {ActionWords.Group(group)}",
        };
        var sequel = group.Sequel is { } followed ? $"; {ActionWords.Sequel(followed)}" : "";
        return $"{Subject(report, group.MatchId, you)} {told}{sequel}.";
    }

    /// <summary>What great events of either side did that no group has told.</summary>
    private static IEnumerable<string> Events(InsightReport report, Person you)
    {
        var told = report.Groups.Select(group => group.Sequel?.At).ToHashSet();
        var great = report.Actions
            .Where(action => !told.Contains(action.At) && action.Kind is ActionKind.Baron or ActionKind.Elder or ActionKind.Atakhan or ActionKind.Dragon or ActionKind.Inhibitor or ActionKind.Tower)
            .Where(action => action.Swing is { } swing && Math.Abs(swing) >= LeastSwing && swing > 0 == action.IsOurs).ToList();
        foreach (var most in ((InsightAction?[])[great.MinBy(action => action.Swing), great.MaxBy(action => action.Swing)]).OfType<InsightAction>().Distinct())
        {
            var side = most.IsOurs ? $"to {you.Possessive} side" : "to the others";
            var effect = most.IsOurs ? "brought" : "cost";
            var champion = report.Matches.Length == 1 ? "" : $"As {ChampionOf(report, most.MatchId)}: ";
            yield return Capital($"{champion}{ActionWords.Objective(most.Kind, most.Detail)} fell {side} at {ActionWords.Time(most.At)}, which {effect} {ActionWords.Percent(most.Swing!.Value)}.");
        }
    }

    private static IEnumerable<string> Gaps(Standouts standouts, Person you) =>
        standouts.Worse.Take(MostGaps).Concat(standouts.Better.Take(1)).Concat(standouts.IsEmpty && standouts.Most is { } most ? [most] : [])
            .Select(gap => $"{you.Subject} had {FigureWords.Compared(gap)}.");

    private static string Subject(InsightReport report, string matchId, Person you) =>
        report.Matches.Length == 1 ? you.Subject : $"As {ChampionOf(report, matchId)}, {(you.IsYou ? "you" : you.Subject)}";

    private static string ChampionOf(InsightReport report, string matchId) => report.Matches.FirstOrDefault(match => match.MatchId == matchId)?.Champion ?? "";

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
