namespace MnM.Collector.History.Import;

/// <summary>When an import will be done: Riot's limits say what can be hoped for, what was measured says what others leave of it.</summary>
internal static class ImportPace
{
    /// <summary>What is measured: at least the longest of Riot's short windows, in which all requests go at its start.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    /// <summary>How many came in a minute; null before there is anything to measure.</summary>
    /// <param name="within">How many came within <see cref="Window"/>.</param>
    /// <param name="age">How long the import has run.</param>
    public static double? PerMinute(int within, TimeSpan age) => within == 0 ? null : within / Math.Clamp(age.TotalMinutes, 1.0 / 60, Window.TotalMinutes);

    /// <summary>How long it takes yet.</summary>
    /// <param name="requests">How many are to be sent.</param>
    /// <param name="allowed">How many requests a minute Riot's limits leave for it.</param>
    /// <param name="measured">How many requests a minute it has sent; null before there is anything to measure.</param>
    /// <param name="age">How long it has run: before a whole window has passed, what was measured is only the window's first rush.</param>
    public static TimeSpan Left(int requests, double allowed, double? measured, TimeSpan age) =>
        TimeSpan.FromMinutes(requests / Math.Max(0.1, age >= Window && measured is { } real ? Math.Min(allowed, real) : allowed));
}
