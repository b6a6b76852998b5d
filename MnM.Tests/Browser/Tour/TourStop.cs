namespace MnM.Tests.Browser.Tour;

/// <summary>What is looked at.</summary>
/// <param name="Name">The page's route, and its state where that is not the demo's.</param>
/// <param name="Address">Where it is. It may not lead elsewhere, or that would be looked at in its place.</param>
internal sealed record TourStop(string Name, Uri Address)
{
    /// <summary>Whether the page has a circuit.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>What the page is answered with where that is no success: the browser writes that into its console.</summary>
    public string? Refusal { get; init; }

    /// <summary>The token of the device that looks; null for whoever sits at the machine.</summary>
    public string? Device { get; init; }
}
