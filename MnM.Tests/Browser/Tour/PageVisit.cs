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

    public double Kilobytes => Received.Values.Sum() / 1024d;
}
