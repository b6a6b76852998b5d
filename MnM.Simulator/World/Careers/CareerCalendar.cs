namespace MnM.Simulator.World.Careers;

/// <summary>When people sit down to play: evenings and weekends where they live, which is Central Europe, but for holidays and weeks in which they have had enough.</summary>
internal sealed class CareerCalendar(CareerOptions options)
{
    /// <summary>Of so many days on end some are a pause.</summary>
    private const int PauseEvery = 75;
    private static readonly DateOnly Origin = new(2020, 1, 1);

    /// <summary>The number of a day.</summary>
    public static int NumberOf(DateOnly day) => day.DayNumber - Origin.DayNumber;

    public static DateOnly DayOf(int number) => Origin.AddDays(number);

    /// <summary>Hours of that day's clocks, from ten in the morning on; those past midnight are still of it.</summary>
    public static DateTimeOffset At(DateOnly day, double hours) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(IsSummer(day) ? 2 : 1)).AddSeconds((int)(3600 * hours)).ToUniversalTime();

    /// <summary>At which hours somebody sits down that day, if they do.</summary>
    public IEnumerable<double> Starts(CareerMember member, DateOnly day, Random random)
    {
        if (day < options.Since || IsAway(member, day))
        {
            yield break;
        }

        var isFree = IsFree(day);
        if (isFree && random.NextDouble() < member.Eagerness * 0.6)
        {
            yield return 10.5 + (6 * Math.Max(random.NextDouble(), random.NextDouble()));
        }

        if (random.NextDouble() < member.Eagerness + (isFree || day.DayOfWeek == DayOfWeek.Friday ? 0.22 : 0))
        {
            // Two spreads make the middle of the evening common.
            yield return 18 + (2 * random.NextDouble()) + (2.2 * random.NextDouble());
        }
    }

    /// <summary>The hour after which nobody begins another game.</summary>
    public static double LastHour(DateOnly day, Random random) => (IsFree(day.AddDays(1)) ? 24.5 : 23) + (2 * random.NextDouble());

    private static bool IsFree(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsChristmas(day);

    private static bool IsChristmas(DateOnly day) => (day.Month, day.Day) is (12, >= 24) or (1, <= 6);

    /// <summary>Years away, the days of Christmas themselves, two weeks of summer, and a pause now and then.</summary>
    private bool IsAway(CareerMember member, DateOnly day)
    {
        if (options.Away.Any(away => away.From <= day && day < away.Until) || (day.Month, day.Day) is (12, >= 24 and <= 26))
        {
            return true;
        }

        var year = member.Person.Trait($"summer {day.Year}");
        var summer = new DateOnly(day.Year, 7, 5).AddDays(year.Next(50));
        if (summer <= day && day < summer.AddDays(14))
        {
            return true;
        }

        var (block, within) = Math.DivRem(NumberOf(day), PauseEvery);
        var pause = member.Person.Trait($"pause {block}");
        var (from, length) = (pause.Next(PauseEvery - 12), pause.Next(3, 12));
        return from <= within && within < from + length;
    }

    /// <summary>Between the last Sundays of March and October; at noon, when nobody plays any more on the day before.</summary>
    private static bool IsSummer(DateOnly day) => day >= LastSunday(day.Year, 3) && day < LastSunday(day.Year, 10);

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
