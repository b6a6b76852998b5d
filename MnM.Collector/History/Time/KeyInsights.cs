using System.Collections.Immutable;

namespace MnM.Collector.History.Time;

/// <summary>Finds what stands out. Each kind is claimed where chance would show it in at most 5 of 100 players who do not have it, however many champions, hours or friends it is chosen among.</summary>
internal static class KeyInsights
{
    private static readonly ImmutableArray<Func<InsightSource, KeyInsight?>> Kinds =
    [
        ResultInsights.LateInSession, ResultInsights.AfterLosses, ResultInsights.AfterBreak, ResultInsights.TimeOfDay, ResultInsights.Weekend, ResultInsights.Champion, ResultInsights.Role,
        ResultInsights.Side, ResultInsights.Length, ResultInsights.Companion, ResultInsights.Form, HabitInsights.BusyDay, HabitInsights.BusyHours,
    ];

    /// <summary>All that hold, the clearest first.</summary>
    public static ImmutableArray<KeyInsight> Of(InsightSource source) =>
        [.. Kinds.Select(find => find(source)).OfType<KeyInsight>().OrderByDescending(insight => insight.Strength)];
}
