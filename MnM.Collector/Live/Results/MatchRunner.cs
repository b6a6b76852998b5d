using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Collector.Live.Results;

/// <summary>Gets matches; the key of its work is a match id.</summary>
internal sealed class MatchRunner(WorkQueue queue, Backoff backoff, GameMatchStore games, MatchFetcher fetcher, TimeProvider time, ILogger<MatchRunner> logger)
    : MatchPartRunner(queue, backoff, games, time, logger)
{
    public const string WorkKind = "match";
    private readonly GameMatchStore _games = games;

    /// <inheritdoc />
    protected override string Kind => WorkKind;

    /// <inheritdoc />
    protected override MatchPart Part => MatchPart.Match;

    /// <inheritdoc />
    protected override async Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken) =>
        (await fetcher.AskAsync(item.Key, item.Group.Lane, cancellationToken)).Select(fetched => Ended(item, fetched));

    private WorkResult.Ended Ended(WorkLease item, FetchedMatch fetched)
    {
        var reason = fetched.Read.Match.CalledOff;
        return new WorkResult.Ended(reason is null ? WorkState.Done : WorkState.Aborted, reason, (db, token) => _games.StoreAsync(db, item, fetched, token));
    }
}
