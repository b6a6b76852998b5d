using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Collector.Insights.Features;

/// <summary>Gets timelines of matches that are to be explained, when nothing else is waiting. Of a match that ended less than two hours ago it may yet come.</summary>
internal sealed class InsightTimelineRunner(
    WorkQueue queue, Backoff backoff, GameMatchStore games, MatchFetcher fetcher, MatchQueries matches, TimeProvider time, ILogger<InsightTimelineRunner> logger)
    : TimelineRunner(queue, backoff, games, fetcher, time, logger)
{
    public new const string WorkKind = "insight-timeline";

    /// <inheritdoc />
    protected override string Kind => WorkKind;

    /// <inheritdoc />
    protected override TimeSpan LookEvery => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override string NeverCame => AbsenceReasons.NoTimeline;

    /// <inheritdoc />
    protected override async Task<(bool IsLive, DateTimeOffset EndedAt)?> FindEndAsync(string matchId, CancellationToken cancellationToken) =>
        await base.FindEndAsync(matchId, cancellationToken)
            ?? (await matches.ListAsync([matchId], cancellationToken) is [{ StartedAt: { } start } match] ? (false, start.AddSeconds(match.DurationSeconds)) : null);

    /// <inheritdoc />
    protected override async Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken) =>
        await matches.FindTimelineAsync(item.Key, cancellationToken) is null
            ? await base.AskAsync(item, cancellationToken)
            : new RiotAnswer<WorkResult.Ended>.Fetched(new WorkResult.Ended(WorkState.Done, null));
}
