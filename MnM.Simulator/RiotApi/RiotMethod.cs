using System.Collections.Immutable;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Simulator.RiotApi;

/// <summary>A method of Riot's API: one kind of address that has limits of its own.</summary>
/// <param name="Name">The API and what is asked of it, such as match-v5.match.</param>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Routes">Where it is there.</param>
/// <param name="Limits">How often a key may ask it on one route.</param>
internal sealed record RiotMethod(string Name, string Path, RouteKind Routes, ImmutableArray<RateLimit> Limits)
{
    private readonly ImmutableArray<string> _segments = [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>How many segments are words of the path's own: of two paths that match, the one with more is meant.</summary>
    public int Words => _segments.Count(segment => segment[0] != '{');

    /// <summary>The parameters, if these segments of an address are this method's.</summary>
    public Dictionary<string, string>? Match(ReadOnlySpan<string> segments)
    {
        if (segments.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var index = 0; index < segments.Length; index++)
        {
            if (_segments[index] is ['{', .. var name, '}'])
            {
                values[name] = segments[index];
            }
            else if (_segments[index] != segments[index])
            {
                return null;
            }
        }

        return values;
    }
}
