using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Collector.Live.Results;

/// <summary>Gets timelines of matches that are stored; the key of its work is a match id.</summary>
internal class TimelineRunner(WorkQueue queue, Backoff backoff, GameMatchStore games, MatchFetcher fetcher, TimeProvider time, ILogger<TimelineRunner> logger)
    : MatchPartRunner(queue, backoff, games, time, logger)
{
    public const string WorkKind = "timeline";

    /// <inheritdoc />
    protected override string Kind => WorkKind;

    /// <inheritdoc />
    protected override MatchPart Part => MatchPart.Timeline;

    /// <inheritdoc />
    protected override async Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken) =>
        (await fetcher.AskTimelineAsync(item.Key, item.Group.Lane, cancellationToken)).Select(timeline =>
        {
            timeline.Tries = item.Attempts;
            return new WorkResult.Ended(WorkState.Done, null, (db, token) => MatchStore.StoreAsync(db, timeline, token));
        });
}
