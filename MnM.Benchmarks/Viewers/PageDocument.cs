using System.Text.RegularExpressions;

namespace MnM.Benchmarks.Viewers;

/// <summary>What a page tells the script that brings it to life.</summary>
/// <param name="Markers">The interactive components in their order, each a JSON object.</param>
/// <param name="State">What the server gives itself for the circuit; empty where it gives nothing.</param>
/// <param name="Files">Style sheets, scripts and pictures of the page.</param>
internal sealed partial record PageDocument(IReadOnlyList<string> Markers, string State, IReadOnlyList<string> Files)
{
    public static PageDocument Read(string html) => new(
        [.. Marker().Matches(html).Select(match => match.Groups[1].Value).Where(json => json.Contains("\"descriptor\"", StringComparison.Ordinal))],
        ComponentState().Match(html).Groups[1].Value,
        [.. FileLink().Matches(html).Select(match => match.Groups[1].Value).Distinct()]);

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex ComponentState();

    [GeneratedRegex("<(?:script|img)[^>]* src=\"([^\"]+)\"|<link[^>]* href=\"(?<1>[^\"]+)\"")]
    private static partial Regex FileLink();
}
