using MnM.Collector.Matches;

namespace MnM.Collector.History.Time;

/// <summary>When more is played than at other times. Sessions are counted, not games: those of an evening are one decision to play.</summary>
internal static class HabitInsights
{
    private const int DaysOfWeek = 7;
    private const int HoursOfDay = 24;

    /// <summary>Hours of the stretch that is looked for.</summary>
    private const int Stretch = 4;

    public static KeyInsight? BusyDay(InsightSource source)
    {
        var starts = Starts(source);
        var day = source.Hours.Cells.GroupBy(cell => cell.Day).MaxBy(cells => cells.Sum(cell => cell.Played.Ticks))!;
        var share = new WinShare(starts.Count(start => start.DayOfWeek == day.Key), starts.Count);
        return Chance.Above(share, 100.0 / DaysOfWeek, DaysOfWeek) is { } strength
            ? new KeyInsight(
                InsightKind.BusyDay, InsightWords.Of($"{Percent(share)} of sessions begin on a {day.Key}, which holds {HoursIn(source, day)} of the hours."), [InsightWords.Figure(share, "sessions")], strength)
            : null;
    }

    public static KeyInsight? BusyHours(InsightSource source)
    {
        var starts = Starts(source);
        var from = Enumerable.Range(0, HoursOfDay).MaxBy(hour => source.Hours.Cells.Where(cell => IsIn(cell.Hour, hour)).Sum(cell => cell.Played.Ticks));
        var share = new WinShare(starts.Count(start => IsIn(start.Hour, from)), starts.Count);
        return Chance.Above(share, 100.0 * Stretch / HoursOfDay, HoursOfDay) is { } strength
            ? new KeyInsight(
                InsightKind.BusyHours,
                InsightWords.Of($"{Percent(share)} of sessions begin from {from.ToString()} to {((from + Stretch) % HoursOfDay).ToString()} o’clock, which hold {HoursIn(source, source.Hours.Cells.Where(cell => IsIn(cell.Hour, from)))} of the hours."),
                [InsightWords.Figure(share, "sessions")],
                strength)
            : null;
    }

    private static List<DateTime> Starts(InsightSource source) => [.. source.Sessions.All.Select(session => LocalHours.Local(session.Start, source.Zone))];

    private static bool IsIn(int hour, int from) => (hour - from + HoursOfDay) % HoursOfDay < Stretch;

    private static double Percent(WinShare share) => share.Percent!.Value;

    private static double HoursIn(InsightSource source, IEnumerable<HourCell> cells) =>
        source.Hours.Cells.Sum(cell => cell.Played.Ticks) is > 0 and var all ? 100.0 * cells.Sum(cell => cell.Played.Ticks) / all : 0;
}
