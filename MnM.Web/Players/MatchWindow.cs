using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;

namespace MnM.Web.Players;

/// <summary>Reads a list of matches where somebody looks at it. Where pages ended is remembered: the next begins there, however far down.</summary>
internal sealed class MatchWindow(RecentMatches matches, KnownPlayer player, PoolFilter filter)
{
    private readonly SortedList<int, MatchCursor> _ends = [];
    private int? _total;

    /// <summary>Some matches of the list, and how many it has.</summary>
    public async Task<(ImmutableArray<PlayedMatch> Matches, int Total)> ReadAsync(int start, int count, CancellationToken cancellationToken)
    {
        var total = _total ??= await matches.CountAsync(player, filter, cancellationToken);
        var near = _ends.Keys.LastOrDefault(end => end <= start);
        var page = await matches.PageAsync(player, filter, _ends.GetValueOrDefault(near), start - near, count, cancellationToken);
        if (page is [.., var last])
        {
            _ends[start + page.Length] = MatchCursor.After(last);
        }

        return (page, total);
    }
}
