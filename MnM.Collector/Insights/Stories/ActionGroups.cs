using System.Collections.Immutable;

namespace MnM.Collector.Insights.Stories;

/// <summary>Puts actions together that tell one thing: deaths close after one another, and kills with assists, with what fell soon after.</summary>
internal static class ActionGroups
{
    /// <summary>Seconds between two actions of a group: a death, the walk back, and the next.</summary>
    private const double Apart = 120;

    /// <summary>Within so many seconds what falls is told as what followed.</summary>
    private const double Soon = 90;

    /// <summary>The groups of the actions of one match, what weighed most first; without a model the greater ones first, then the later.</summary>
    public static ImmutableArray<ActionGroup> Of(ImmutableArray<InsightAction> actions)
    {
        var personal = actions.Where(action => action.IsPersonal).ToList();
        var deaths = Split(personal.Where(action => action.Kind == ActionKind.Death)).Select(group => Group(ActionKind.Death, group, actions));
        var kills = Split(personal.Where(action => action.Kind is ActionKind.Kill or ActionKind.Assist)).Select(group => Group(ActionKind.Kill, group, actions));
        return [.. Sorted(deaths.Concat(kills))];
    }

    /// <summary>In that order.</summary>
    public static IEnumerable<ActionGroup> Sorted(IEnumerable<ActionGroup> groups) =>
        groups.OrderByDescending(group => Math.Abs(group.Swing ?? 0)).ThenByDescending(group => group.Count).ThenByDescending(group => group.To);

    private static IEnumerable<List<InsightAction>> Split(IEnumerable<InsightAction> actions)
    {
        List<InsightAction>? group = null;
        foreach (var action in actions.OrderBy(action => action.At))
        {
            if (group is not null && action.At - group[^1].At > Apart)
            {
                yield return group;
                group = null;
            }

            (group ??= []).Add(action);
        }

        if (group is not null)
        {
            yield return group;
        }
    }

    private static ActionGroup Group(ActionKind kind, List<InsightAction> group, ImmutableArray<InsightAction> all)
    {
        var (last, isOurs) = (group[^1].At, kind != ActionKind.Death);
        var sequel = all.Where(action => IsGreat(action.Kind) && action.IsOurs == isOurs && action.At > last && action.At - last <= Soon)
            .OrderByDescending(action => Weight(action.Kind)).ThenBy(action => action.At).FirstOrDefault();

        // What happened in one moment has one swing, that of the moment.
        var swings = group.DistinctBy(action => action.At).Select(action => action.Swing).ToList();
        return new ActionGroup(
            group[0].MatchId, kind, group.Count, group[0].At, last, swings.Contains(null) ? null : swings.Sum(),
            sequel is null ? null : new ActionSequel(sequel.Kind, sequel.Detail, sequel.At, sequel.At - last));
    }

    private static bool IsGreat(ActionKind kind) => Weight(kind) > 0;

    private static int Weight(ActionKind kind) => kind switch
    {
        ActionKind.Elder => 6,
        ActionKind.Baron => 5,
        ActionKind.Inhibitor => 4,
        ActionKind.Atakhan => 3,
        ActionKind.Dragon => 2,
        ActionKind.Tower => 1,
        _ => 0,
    };
}
