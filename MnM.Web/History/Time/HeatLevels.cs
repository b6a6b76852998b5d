using System.Collections.Immutable;

namespace MnM.Web.History.Time;

/// <summary>Which of the five steps of a heat map a count takes: none is the lowest, the others hold a quarter of the counts each, so that one mad evening does not make all others pale.</summary>
internal sealed class HeatLevels(IEnumerable<int> counts)
{
    private const int Steps = 4;
    private readonly ImmutableArray<int> _played = [.. counts.Where(count => count > 0).Order()];

    /// <summary>From 0 to 4.</summary>
    public int Of(int count) => count <= 0 || _played.IsEmpty ? 0
        : _played[0] == _played[^1] ? Steps / 2
        : Math.Min(Steps, 1 + (_played.Count(other => other < count) * Steps / _played.Length));
}
