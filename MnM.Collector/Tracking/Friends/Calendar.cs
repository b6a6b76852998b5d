namespace MnM.Collector.Tracking.Friends;

/// <summary>When the day and the week of a time zone began.</summary>
internal static class Calendar
{
    /// <summary>Midnight and Monday's midnight, UTC. A midnight that the change to summer time leaves out is the moment after.</summary>
    public static (DateTimeOffset Day, DateTimeOffset Week) Of(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return (Utc(today, zone), Utc(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), zone));
    }

    private static DateTimeOffset Utc(DateTime midnight, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
