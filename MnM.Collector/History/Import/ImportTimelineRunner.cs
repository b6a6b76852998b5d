using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Gets timelines of matches that are stored.</summary>
internal sealed class ImportTimelineRunner(
    WorkQueue queue, Backoff backoff, ImportStore imports, MatchFetcher fetcher, RouteAnswers answers, RouteProbe probe, TimeProvider time, ILogger<ImportTimelineRunner> logger)
    : ImportPartRunner(queue, backoff, imports, answers, probe, time, logger)
{
    private readonly ImportStore _imports = imports;

    /// <inheritdoc />
    protected override string Kind => ImportWork.Timeline;

    /// <inheritdoc />
    protected override MatchPart Part => MatchPart.Timeline;

    /// <inheritdoc />
    protected override async Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken) =>
        (await fetcher.AskTimelineAsync(item.Key, item.Group.Lane, cancellationToken)).Select(timeline => new WorkResult.Ended(WorkState.Done, null, async (db, token) =>
        {
            timeline.Tries = item.Attempts;
            await MatchStore.StoreAsync(db, timeline, token);
            await _imports.SettleTimelineAsync(db, item, WorkState.Done, token);
        }));

    /// <inheritdoc />
    protected override Task SettleAsync(MnmDbContext db, WorkLease item, WorkState state, string? reason, bool wasThere, CancellationToken cancellationToken) =>
        _imports.SettleTimelineAsync(db, item, state, cancellationToken);
}
