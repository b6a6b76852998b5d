namespace MnM.Web.Shell;

/// <summary>A page in the rail. A new page adds one line to <see cref="All"/>.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Icon">Its drawing, i-{Icon} in mnm.css.</param>
/// <param name="Word">Its name.</param>
/// <param name="Window">The name of a window of its own; null for this one.</param>
/// <param name="Owns">Whether the page at a path belongs to it and lies elsewhere.</param>
/// <param name="IsMain">Whether a phone's bar has it, which has room for four.</param>
/// <param name="IsOwners">Whether it is the owner's alone.</param>
internal sealed record RailPage(string Href, string Icon, string Word, string? Window = null, Func<string, bool>? Owns = null, bool IsMain = false, bool IsOwners = false)
{
    /// <summary>The pages in their order.</summary>
    public static IReadOnlyList<RailPage> All { get; } =
    [
        new("/", "live", "Live", IsMain: true),
        new("/scouting", "scout", "Scouting", IsMain: true),
        new("/friends", "friends", "Friends", Owns: path => path.StartsWith("/players/", StringComparison.Ordinal) && !IsTime(path), IsMain: true),
        new("/games", "games", "Games"),
        new("/history", "time", "Time", Owns: IsTime, IsMain: true),
        new("/champion", "champs", "Champions"),
        new("/tft", "tft", "TFT"),
    ];

    /// <summary>The pages at the rail's end: what one sets up or looks after, and the board, which moves to another monitor.</summary>
    public static IReadOnlyList<RailPage> Last { get; } =
    [
        new("/board", "board", "Board", Window: "mnm-board"),
        new("/sharing", "share", "Sharing", IsOwners: true),
        new("/riot", "riot", "Riot", IsOwners: true),
        new("/status", "info", "Status", IsOwners: true),
        new("/settings", "set", "Settings", IsOwners: true),
    ];

    /// <summary>What a phone has behind "More"; a window of its own is nothing for it.</summary>
    public static IReadOnlyList<RailPage> More { get; } = [.. All.Where(page => !page.IsMain), .. Last.Where(page => page.Window is null)];

    private static bool IsTime(string path) => path.EndsWith("/time", StringComparison.Ordinal);
}
