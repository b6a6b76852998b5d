namespace MnM.Web.Shell;

/// <summary>A page in the rail. A new page adds one line to <see cref="All"/>.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Icon">Its drawing, i-{Icon} in mnm.css.</param>
/// <param name="Word">Its name.</param>
/// <param name="Window">The name of a window of its own; null for this one.</param>
/// <param name="Owns">Whether the page at a path belongs to it and lies elsewhere.</param>
internal sealed record RailPage(string Href, string Icon, string Word, string? Window = null, Func<string, bool>? Owns = null)
{
    /// <summary>The pages in their order.</summary>
    public static IReadOnlyList<RailPage> All { get; } =
    [
        new("/", "live", "Live"),
        new("/scouting", "scout", "Scouting"),
        new("/friends", "friends", "Friends", Owns: path => path.StartsWith("/players/", StringComparison.Ordinal) && !IsTime(path)),
        new("/games", "games", "Games"),
        new("/history", "time", "Time", Owns: IsTime),
        new("/champion", "champs", "Champions"),
        new("/tft", "tft", "TFT"),
    ];

    /// <summary>The pages at the rail's end: what one sets up or looks after, and the board, which moves to another monitor.</summary>
    public static IReadOnlyList<RailPage> Last { get; } =
    [
        new("/board", "board", "Board", Window: "mnm-board"),
        new("/sharing", "share", "Sharing"),
        new("/riot", "riot", "Riot"),
        new("/status", "info", "Status"),
    ];

    private static bool IsTime(string path) => path.EndsWith("/time", StringComparison.Ordinal);
}
