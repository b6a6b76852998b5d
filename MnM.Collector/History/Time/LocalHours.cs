namespace MnM.Collector.History.Time;

/// <summary>Times as the clocks of a zone show them.</summary>
internal static class LocalHours
{
    private static readonly long Quarter = TimeSpan.FromMinutes(15).Ticks;

    public static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(at.UtcDateTime, zone);

    public static DateOnly Date(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(Local(at, zone));

    /// <summary>
    /// A stretch of time in pieces of which each lies in one hour of one day. Clocks differ from UTC by quarters of an hour and are changed on one, so a quarter never lies in two hours,
    /// though an hour may come twice in a day or not at all.
    /// </summary>
    public static IEnumerable<(DateTime Local, TimeSpan Length)> Pieces(DateTimeOffset start, TimeSpan length, TimeZoneInfo zone)
    {
        var end = start.UtcTicks + length.Ticks;
        for (var at = start.UtcTicks; at < end;)
        {
            var next = Math.Min(end, ((at / Quarter) + 1) * Quarter);
            yield return (TimeZoneInfo.ConvertTimeFromUtc(new DateTime(at, DateTimeKind.Utc), zone), new TimeSpan(next - at));
            at = next;
        }
    }
}
