using System.Collections.Immutable;
using MnM.Collector.History.Time;
using static System.FormattableString;

namespace MnM.Web.History.Time;

/// <summary>Twelve months of days, a column for each week.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last one.</param>
/// <param name="Weeks">How many columns.</param>
/// <param name="Cells">A cell for each day.</param>
/// <param name="Months">A bar for each month.</param>
internal sealed record CalendarPlot(DateOnly From, DateOnly To, int Weeks, ImmutableArray<CalendarCell> Cells, ImmutableArray<CalendarMonth> Months)
{
    private const int MonthsShown = 12;

    /// <param name="map">All days.</param>
    /// <param name="last">The last day shown; the months begin eleven before its own.</param>
    public static CalendarPlot Of(CalendarMap map, DateOnly last)
    {
        var first = new DateOnly(last.Year, last.Month, 1).AddMonths(1 - MonthsShown);
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        var (days, levels) = (map.Days.ToDictionary(day => day.Date), new HeatLevels(map.Days.Select(day => day.Games)));
        var shown = map.Months.Where(month => month.Start >= first && month.Start <= last).ToDictionary(month => month.Start);
        var most = shown.Values.Select(month => month.Played).DefaultIfEmpty().Max();
        return new CalendarPlot(first, last, Column(last) + 1, [.. Days().Select(Cell)], [.. Enumerable.Range(0, MonthsShown).Select(number => Month(first.AddMonths(number)))]);

        int Column(DateOnly day) => (day.DayNumber - monday.DayNumber) / 7;

        IEnumerable<DateOnly> Days() => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

        CalendarCell Cell(DateOnly date)
        {
            var day = days.GetValueOrDefault(date);
            return new CalendarCell(date, Column(date), ((int)date.DayOfWeek + 6) % 7, levels.Of(day?.Games ?? 0), Words(date, day));
        }

        CalendarMonth Month(DateOnly start)
        {
            var (played, next) = (shown.GetValueOrDefault(start)?.Played ?? TimeSpan.Zero, start.AddMonths(1));
            return new CalendarMonth(
                Invariant($"{start:MMM}"), Column(start), Math.Max(Column(start) + 1, next > last ? Column(last) + 1 : Column(next)), most == TimeSpan.Zero ? 0 : played / most,
                Invariant($"{Math.Round(played.TotalHours):0} h"), Invariant($"{start:MMMM yyyy}: {TimeWords.Length(played)} in {TimeWords.Count(shown.GetValueOrDefault(start)?.Games ?? 0, "game")}"));
        }
    }

    private static string Words(DateOnly date, CalendarDay? day) => day is null
        ? $"{TimeWords.Day(date)}: no game"
        : $"{TimeWords.Day(date)}: {TimeWords.Count(day.Games, "game")}, {TimeWords.Length(day.Played)}{(day.Wins + day.Losses > 0 ? $", {day.Wins} won, {day.Losses} lost" : "")}";
}

/// <summary>A day.</summary>
/// <param name="Date">Which.</param>
/// <param name="Column">Its week.</param>
/// <param name="Row">0 for Monday.</param>
/// <param name="Level">From 0 to 4.</param>
/// <param name="Words">What the tooltip says.</param>
internal sealed record CalendarCell(DateOnly Date, int Column, int Row, int Level, string Words);

/// <summary>A month's hours.</summary>
/// <param name="Label">Its name.</param>
/// <param name="From">The first column.</param>
/// <param name="To">The column after the last.</param>
/// <param name="Height">Share of the longest.</param>
/// <param name="Hours">As it stands above the bar.</param>
/// <param name="Words">What the tooltip says.</param>
internal sealed record CalendarMonth(string Label, int From, int To, double Height, string Hours, string Words);
