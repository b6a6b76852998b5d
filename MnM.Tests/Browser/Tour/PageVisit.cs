namespace MnM.Tests.Browser.Tour;

/// <summary>What was seen of a page at a first visit.</summary>
internal sealed class PageVisit(string route)
{
    public string Route => route;

    /// <summary>What was received, as it came over the wire with its headers: bytes by path.</summary>
    public Dictionary<string, long> Received { get; } = [];

    /// <summary>Other hosts that were asked for something.</summary>
    public List<string> Foreign { get; } = [];

    public List<string> Errors { get; } = [];

    /// <summary>Icons for which there is no drawing: they would be squares.</summary>
    public string[] BareIcons { get; set; } = [];

    /// <summary>Windows that are narrower than the page.</summary>
    public List<string> TooNarrow { get; } = [];

    /// <summary>What axe calls serious or critical, with the element and where it was seen.</summary>
    public List<string> Barriers { get; } = [];

    /// <summary>Kilobytes of MnM's own. Pictures of the game are Riot's: a browser keeps them for a day, and how many there are is the game's matter.</summary>
    public double Kilobytes => Received.Where(file => !file.Key.StartsWith("/assets/", StringComparison.Ordinal)).Sum(file => file.Value) / 1000d;
}
