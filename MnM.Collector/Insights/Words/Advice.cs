using System.Collections.Immutable;

namespace MnM.Collector.Insights.Words;

/// <summary>What can be tried next time, of what cost most. After a match, and never an order within one.</summary>
internal static class Advice
{
    /// <summary>Deaths that cost less are told and not advised upon.</summary>
    private const double LeastSwing = 0.08;

    public static ImmutableArray<Recommendation> Of(InsightReport report, Standouts standouts) =>
        [.. Deaths(report).Concat(Figures(standouts)).Take(InsightWords.MostRecommendations)];

    private static IEnumerable<Recommendation> Deaths(InsightReport report)
    {
        var worst = report.Groups.FirstOrDefault(group => group.Kind == ActionKind.Death
            && (group.Swing is { } swing ? swing <= -LeastSwing : group.Count > 1) && (group.Count > 1 || group.Sequel is not null));
        if (worst is not null)
        {
            yield return new Recommendation(
                worst.Count > 1 ? "After a death, come back together with the team: deaths close after each other cost most."
                    : "Be careful when a great objective is near: what falls after a death costs more than the death.",
                Evidence(worst));
        }
    }

    private static string Evidence(ActionGroup group) => string.Join(
        "; ",
        ((string?[])[group.Swing is { } swing ? $"{ActionWords.Group(group)}: −{ActionWords.Percent(swing)}" : ActionWords.Group(group), group.Sequel is { } sequel ? ActionWords.Sequel(sequel) : null]).OfType<string>());

    /// <summary>A piece of advice once, though several figures call for it.</summary>
    private static IEnumerable<Recommendation> Figures(Standouts standouts) => standouts.Worse
        .Select(gap => (Text: TextOf(gap.Figure), Gap: gap)).Where(one => one.Text is not null).DistinctBy(one => one.Text)
        .Select(one => new Recommendation(one.Text!, FigureWords.Compared(one.Gap)));

    private static string? TextOf(InsightFigure figure) => figure switch
    {
        InsightFigure.CsPerMinute or InsightFigure.CsAt10 => "Take more minions and camps between the fights.",
        InsightFigure.GoldPerMinute => "Look for gold that was left: waves, camps and plates.",
        InsightFigure.DamagePerMinute => "Look at the fights again: in this role others do more damage in them.",
        InsightFigure.VisionPerMinute => "Place and clear more wards.",
        InsightFigure.KillParticipationPercent => "Be nearer to the fights of the own side.",
        InsightFigure.Deaths => "Look at where the deaths happened: fewer of them are the surest gain.",
        InsightFigure.GoldLeadAt10 or InsightFigure.ExperienceLeadAt10 or InsightFigure.GoldLeadAt15 => "Look at the start on the lane again: the opponent was ahead early.",
        _ => null,
    };
}
