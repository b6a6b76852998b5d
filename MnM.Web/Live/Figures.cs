using System.Globalization;

namespace MnM.Web.Live;

/// <summary>How figures are written: thousands with a comma, the minus as −, ≈ before what the client rounds.</summary>
internal static class Figures
{
    /// <summary>Game time as 24:37, from an hour on as 1:02:03.</summary>
    public static string Clock(double seconds)
    {
        var whole = (long)Math.Max(0, seconds);
        return whole < 3600 ? Invariant($"{whole / 60}:{whole % 60:00}") : Invariant($"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary>1,284 and −1,284, rounded down towards what is surely there.</summary>
    public static string Whole(double number) => Signless(Math.Truncate(number), "N0");

    /// <summary>Gold as 9.4k.</summary>
    public static string Kilo(int gold) => Signless(Math.Round(gold / 1000m, 1, MidpointRounding.AwayFromZero), "0.0") + "k";

    /// <summary>A lead as +0.5k.</summary>
    public static string Lead(int gold) => "+" + Kilo(Math.Abs(gold));

    /// <summary>Who leads and by how much, blue's lead being positive: Blue +4.5k, Even.</summary>
    public static string SideLead(int gold) => Sides.Leader(gold) switch
    {
        Side.Blue => $"Blue {Lead(gold)}",
        Side.Red => $"Red {Lead(gold)}",
        _ => "Even",
    };

    /// <summary>Creeps as ≈170: the client tells them in tens.</summary>
    public static string Creeps(int creeps) => Invariant($"≈{creeps}");

    /// <summary>Creeps for each minute of the game, 6.9/min; – before the first minute is over, when the figure would only jump.</summary>
    public static string PerMinute(int creeps, double gameTime) => gameTime < 60 ? "–/min" : Invariant($"{creeps * 60d / gameTime:0.0}/min");

    /// <summary>Kills and assists for each death; the sum of both where nobody died.</summary>
    public static string Kda(int kills, int deaths, int assists) =>
        deaths == 0 ? Invariant($"{kills + assists} KDA") : Invariant($"{(double)(kills + assists) / deaths:0.0} KDA");

    /// <summary>A share of one as 8 %.</summary>
    public static string Percent(double share) => Signless(Math.Round(share * 100), "0") + " %";

    /// <summary>0.4 s ago, 14 s ago, 3 min ago, 2 h ago, 5 days ago.</summary>
    public static string Ago(TimeSpan age) => age.TotalSeconds switch
    {
        < 0 => "0.0 s ago",
        < 9.95 => Invariant($"{age.TotalSeconds:0.0} s ago"),
        < 120 => Invariant($"{(int)age.TotalSeconds} s ago"),
        < 7200 => Invariant($"{(int)age.TotalMinutes} min ago"),
        < 172800 => Invariant($"{(int)age.TotalHours} h ago"),
        _ => Invariant($"{(int)age.TotalDays} days ago"),
    };

    /// <summary>A moment as 21 Nov 2026, 21:14, where MnM runs.</summary>
    public static string Moment(DateTimeOffset moment, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Bytes as 42.6 KB, 12.3 MB, 120 GB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => FormattableString.Invariant($"{bytes} B"),
        < 999_950 => FormattableString.Invariant($"{bytes / 1e3:0.0} KB"),
        < 999_950_000 => FormattableString.Invariant($"{bytes / 1e6:0.0} MB"),
        _ => FormattableString.Invariant($"{bytes / 1e9:0.0} GB"),
    };

    /// <summary>A number for a style or an SVG path: at most two decimals, always with a point.</summary>
    public static string Css(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Signless(IFormattable number, string format) => number.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
