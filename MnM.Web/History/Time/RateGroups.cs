using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using static System.FormattableString;

namespace MnM.Web.History.Time;

/// <summary>The groups of games whose win rates stand side by side: label, name and rate of each.</summary>
internal static class RateGroups
{
    public static IEnumerable<(string Label, string Name, WinRate Rate)> Places(TimeReport report) =>
        report.SessionPlaces.Select(group => (Place(group.Key), $"{Place(group.Key)} game of a session", group.Rate));

    /// <summary>Without the first games of sessions, which nothing came before.</summary>
    public static IEnumerable<(string Label, string Name, WinRate Rate)> Before(TimeReport report) =>
        report.Before.Where(group => group.Key != Collector.History.Time.Before.Nothing).Select(group => (Word(group.Key), $"After {Word(group.Key)}", group.Rate));

    /// <summary>Roles, then sides.</summary>
    public static IEnumerable<(string Label, string Name, WinRate Rate)> RolesAndSides(TimeReport report) =>
    [
        .. report.RoleAndSide.Roles.Select(group => (Short(group.Key), TimeWords.Role(group.Key), group.Rate)),
        .. report.RoleAndSide.Sides.Select(group => (group.Key.ToString(), $"{group.Key} side", group.Rate)),
    ];

    public static IEnumerable<(string Label, string Name, WinRate Rate)> Lengths(TimeReport report) =>
        report.Lengths.Select(group => (Length(group.Key), $"{Length(group.Key)} min", group.Rate));

    private static string Place(int place) => place switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        SessionPlaces.Last => $"{place}th +",
        _ => $"{place}th",
    };

    /// <summary>Seven stand side by side.</summary>
    private static string Short(string role) => role switch
    {
        "BOTTOM" => "Bot",
        "UTILITY" => "Sup",
        _ => TimeWords.Role(role),
    };

    private static string Word(Before before) => before switch
    {
        Collector.History.Time.Before.Win => "a win",
        Collector.History.Time.Before.Loss => "1 loss",
        Collector.History.Time.Before.TwoLosses => "2 losses",
        Collector.History.Time.Before.ThreeLosses => "3+ losses",
        _ => "a break",
    };

    private static string Length(DurationBracket bracket) => bracket switch
    {
        { From: 0, To: { } to } => Invariant($"< {to}"),
        { To: { } to } => Invariant($"{bracket.From}–{to}"),
        _ => Invariant($"{bracket.From} +"),
    };
}
