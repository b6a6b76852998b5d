using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>Games, time and results of each hour of each weekday.</summary>
/// <param name="Cells">Monday's 24 hours first.</param>
public sealed record HourMap(ImmutableArray<HourCell> Cells)
{
    private const int HoursOfDay = 24;
    private const int DaysOfWeek = 7;

    /// <summary>A weekday's hour from 0 to 23.</summary>
    public HourCell this[DayOfWeek day, int hour] => Cells[Index(day, hour)];

    /// <summary>The map of the games whose start is known. An hour that the clocks show twice is one hour here.</summary>
    public static HourMap Of(IEnumerable<PlayedGame> games, TimeZoneInfo zone, Rates rates)
    {
        var (started, played) = (new List<PlayedGame>[DaysOfWeek * HoursOfDay], new TimeSpan[DaysOfWeek * HoursOfDay]);
        foreach (var game in games)
        {
            if (game.StartedAt is not { } start)
            {
                continue;
            }

            (started[Index(LocalHours.Local(start, zone))] ??= []).Add(game);
            foreach (var (local, length) in LocalHours.Pieces(start, game.Played, zone))
            {
                played[Index(local)] += length;
            }
        }

        return new HourMap([.. Enumerable.Range(0, DaysOfWeek * HoursOfDay).Select(index => new HourCell(
            (DayOfWeek)(((index / HoursOfDay) + 1) % DaysOfWeek), index % HoursOfDay, started[index]?.Count ?? 0, played[index], rates.Of(started[index] ?? [])))]);
    }

    private static int Index(DateTime local) => Index(local.DayOfWeek, local.Hour);

    private static int Index(DayOfWeek day, int hour) => (((int)day + 6) % DaysOfWeek * HoursOfDay) + hour;
}

/// <summary>An hour of a weekday.</summary>
/// <param name="Day">Which weekday.</param>
/// <param name="Hour">From 0 to 23.</param>
/// <param name="Games">That began in it.</param>
/// <param name="Played">In it: a game that runs into the next hour has a part in both.</param>
/// <param name="Rate">Of the rated games that began in it.</param>
public sealed record HourCell(DayOfWeek Day, int Hour, int Games, TimeSpan Played, WinRate Rate);
