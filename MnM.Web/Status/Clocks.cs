using System.Globalization;

namespace MnM.Web.Status;

/// <summary>Times of day as the clock of this machine shows them.</summary>
internal static class Clocks
{
    /// <summary>20:15:46, with the day before it where that is not today.</summary>
    public static string Time(DateTimeOffset at, TimeProvider time)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, time.LocalTimeZone), time.GetLocalNow().Date);
        return local.ToString(local.Date == today ? "HH:mm:ss" : "d MMM HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>How long something lasted: 45 s, 12 min, 3 h 5 min.</summary>
    public static string Length(TimeSpan length) => length.TotalSeconds switch
    {
        < 120 => FormattableString.Invariant($"{(int)Math.Max(0, length.TotalSeconds)} s"),
        < 7200 => FormattableString.Invariant($"{(int)length.TotalMinutes} min"),
        _ => FormattableString.Invariant($"{(int)length.TotalHours} h {length.Minutes} min"),
    };
}
