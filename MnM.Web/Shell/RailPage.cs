namespace MnM.Web.Shell;

/// <summary>A page in the rail. A new page adds one line to <see cref="All"/>.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Icon">Its drawing, i-{Icon} in mnm.css.</param>
/// <param name="Word">Its name.</param>
internal sealed record RailPage(string Href, string Icon, string Word)
{
    /// <summary>The pages in their order.</summary>
    public static IReadOnlyList<RailPage> All { get; } =
    [
        new("/", "live", "Live"),
        new("/games", "games", "Games"),
    ];
}
