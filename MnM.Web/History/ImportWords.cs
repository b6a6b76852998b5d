using System.Globalization;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;

namespace MnM.Web.History;

/// <summary>Imports in words for people.</summary>
internal static class ImportWords
{
    /// <summary>612 of 1,000 matches.</summary>
    public static string Count(ImportView import) => import switch
    {
        { State: ImportState.Listing, Total: 0 } => "Reading the list of matches",
        { State: ImportState.Listing } => Invariant($"{import.Done:N0} matches, {import.Total:N0} listed so far"),
        { Total: 0 } => "No matches",
        _ => Invariant($"{import.Done:N0} of {import.Total:N0} {(import.Total == 1 ? "match" : "matches")}"),
    };

    /// <summary>From 0 to 100; while the list is read, of what was asked for.</summary>
    public static double Percent(ImportView import) =>
        100.0 * (import.Done + import.LeftOut) / Math.Max(1, import.State == ImportState.Listing ? Math.Max(import.Limit, import.Total) : import.Total);

    /// <summary>48 a minute; null before there is anything to measure.</summary>
    public static string? Rate(ImportView import) => import.PerMinute is { } rate ? Invariant($"{Math.Max(1, Math.Round(rate)):N0} a minute") : null;

    /// <summary>done about 21:52, in 8 min; null where nobody knows.</summary>
    public static string? End(ImportView import, DateTimeOffset now, TimeZoneInfo zone) => import.ExpectedEnd is { } end
        ? Invariant($"done about {TimeZoneInfo.ConvertTime(end, zone):HH:mm}, in {Length(end - now)}")
        : null;

    /// <summary>289 were already here; null where none was.</summary>
    public static string? AlreadyThere(ImportView import) => import.AlreadyThere switch
    {
        0 => null,
        1 => "1 was already here",
        _ => Invariant($"{import.AlreadyThere:N0} were already here"),
    };

    /// <summary>4 left out: 3 not found, 1 private; null where nothing is.</summary>
    public static string? LeftOut(ImportView import) => import.Left.IsEmpty
        ? null
        : Invariant($"{import.LeftOut:N0} left out: {string.Join(", ", import.Left.GroupBy(left => left.State).Select(state => Invariant($"{state.Sum(left => left.Count):N0} {Word(state.Key)}")))}");

    /// <summary>How it stands, and the kind of chip that says so.</summary>
    public static (string? Kind, string Text) Chip(ImportView import) => import switch
    {
        { State: ImportState.Done } => ("live", "Done"),
        { State: ImportState.Cancelled } => (null, "Cancelled"),
        { State: ImportState.Failed } => ("danger", "Failed"),
        { Reason: not null } => ("warn", "Waits"),
        { State: ImportState.Listing } => ("accent", "Listing"),
        _ => ("accent", "Running"),
    };

    /// <summary>45 s, 8 min, 1 h 5 min.</summary>
    public static string Length(TimeSpan length) => length.TotalSeconds switch
    {
        < 90 => Invariant($"{Math.Max(1, (int)length.TotalSeconds)} s"),
        < 5400 => Invariant($"{(int)Math.Round(length.TotalMinutes)} min"),
        _ => Invariant($"{(int)length.TotalHours} h {length.Minutes} min"),
    };

    /// <summary>1,010 requests, about 21 min; with timelines what that doubles.</summary>
    /// <param name="limit">How many matches.</param>
    /// <param name="timelines">Whether their timelines are wanted too.</param>
    /// <param name="perMinute">How many requests a minute Riot's limits leave.</param>
    public static string Cost(int limit, bool timelines, double perMinute)
    {
        var (pages, rate) = ((limit + 99) / 100, Math.Max(0.1, perMinute));
        var (once, twice) = (limit + pages, (2 * limit) + pages);
        return timelines
            ? Invariant($"Timelines double the requests: {twice:N0} rather than {once:N0}, about {Length(TimeSpan.FromMinutes(twice / rate))}.")
            : Invariant($"Up to {once:N0} requests, about {Length(TimeSpan.FromMinutes(once / rate))}. What is here already is not asked for.");
    }

    /// <summary>31:04.</summary>
    public static string Duration(int seconds) => Invariant($"{seconds / 60}:{seconds % 60:00}");

    /// <summary>Sat 21 Nov 19:02; – where Riot does not say.</summary>
    public static string At(DateTimeOffset? at, TimeZoneInfo zone) => at is { } time ? Invariant($"{TimeZoneInfo.ConvertTime(time, zone):ddd d MMM yyyy HH:mm}") : "–";

    /// <summary>Won, Lost, Remake, Called off; – where nobody knows.</summary>
    public static (string? Kind, string Text) Result(ImportedMatch match) => match switch
    {
        { IsAborted: true } => (null, "Called off"),
        { IsRemake: true } => (null, "Remake"),
        { Win: true } => ("c-win", "▲ Won"),
        { Win: false } => ("c-loss", "▽ Lost"),
        _ => (null, "–"),
    };

    private static string Word(WorkState state) => state switch
    {
        WorkState.NotFound => "not found",
        WorkState.Private => "private",
        _ => "failed",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
