using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Results;

/// <summary>Gets timelines of matches that are stored; the key of its work is a match id.</summary>
internal sealed class TimelineRunner(WorkQueue queue, Backoff backoff, GameMatchStore games, MatchApi api, TimeProvider time, ILogger<TimelineRunner> logger)
    : MatchPartRunner(queue, backoff, games, time, logger)
{
    public const string WorkKind = "timeline";
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override string Kind => WorkKind;

    /// <inheritdoc />
    protected override MatchPart Part => MatchPart.Timeline;

    /// <inheritdoc />
    protected override async Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken)
    {
        var answer = await api.FindTimelineAsync(item.Key, item.Group.Lane, cancellationToken);
        return answer.Found is { } json && TimelineReader.CountFrames(json) is null
            ? new RiotAnswer<WorkResult.Ended>.Unavailable("Riot's answer holds no timeline that MnM can read.", IsAnswered: true)
            : answer.Select(bytes => Ended(item, bytes));
    }

    private WorkResult.Ended Ended(WorkLease item, byte[] json)
    {
        var timeline = new MatchTimeline
        {
            MatchId = item.Key,
            Frames = TimelineReader.CountFrames(json)!.Value,
            FetchedAt = _time.GetUtcNow(),
            Tries = item.Attempts,
            Payload = Packing.Pack(json),
        };
        return new WorkResult.Ended(WorkState.Done, null, (db, token) => MatchStore.StoreAsync(db, timeline, token));
    }
}
