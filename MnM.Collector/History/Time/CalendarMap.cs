using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>Games and time of each day.</summary>
/// <param name="Days">Those on which something was played, the first first.</param>
public sealed record CalendarMap(ImmutableArray<CalendarDay> Days)
{
    /// <summary>The same by weeks, which begin on Monday.</summary>
    public ImmutableArray<PeriodTime> Weeks => Periods(day => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The same by months.</summary>
    public ImmutableArray<PeriodTime> Months => Periods(day => new DateOnly(day.Year, day.Month, 1));

    /// <summary>The calendar of the games whose start is known.</summary>
    public static CalendarMap Of(IEnumerable<PlayedGame> games, TimeZoneInfo zone)
    {
        var days = new SortedDictionary<DateOnly, CalendarDay>();
        foreach (var game in games)
        {
            if (game.StartedAt is not { } start)
            {
                continue;
            }

            var first = LocalHours.Date(start, zone);
            var day = On(first);
            days[first] = day with { Games = day.Games + 1, Wins = day.Wins + (game is { IsRated: true, IsWon: true } ? 1 : 0), Losses = day.Losses + (game is { IsRated: true, IsWon: false } ? 1 : 0) };
            foreach (var (local, length) in LocalHours.Pieces(start, game.Played, zone))
            {
                var date = DateOnly.FromDateTime(local);
                days[date] = On(date) is var piece ? piece with { Played = piece.Played + length } : piece;
            }
        }

        return new CalendarMap([.. days.Values]);

        CalendarDay On(DateOnly date) => days.GetValueOrDefault(date) ?? new CalendarDay(date, 0, TimeSpan.Zero, 0, 0);
    }

    private ImmutableArray<PeriodTime> Periods(Func<DateOnly, DateOnly> begin) =>
        [.. Days.GroupBy(day => begin(day.Date)).Select(days => new PeriodTime(days.Key, days.Sum(day => day.Games), new TimeSpan(days.Sum(day => day.Played.Ticks))))];
}

/// <summary>A day of the zone.</summary>
/// <param name="Date">Which.</param>
/// <param name="Games">That began on it.</param>
/// <param name="Played">From its midnight to the next: a game that runs over midnight has a part in both days.</param>
/// <param name="Wins">Of the rated ones that began on it.</param>
/// <param name="Losses">The same.</param>
public sealed record CalendarDay(DateOnly Date, int Games, TimeSpan Played, int Wins, int Losses);

/// <summary>A week or a month of the zone.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Games">That began in it.</param>
/// <param name="Played">In it.</param>
public sealed record PeriodTime(DateOnly Start, int Games, TimeSpan Played);
