using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Gets matches.</summary>
internal sealed class ImportMatchRunner(
    WorkQueue queue, Backoff backoff, ImportStore imports, MatchFetcher fetcher, RouteAnswers answers, RouteProbe probe, TimeProvider time, ILogger<ImportMatchRunner> logger)
    : ImportPartRunner(queue, backoff, imports, answers, probe, time, logger)
{
    private readonly ImportStore _imports = imports;

    /// <inheritdoc />
    protected override string Kind => ImportWork.Match;

    /// <inheritdoc />
    protected override MatchPart Part => MatchPart.Match;

    /// <inheritdoc />
    protected override async Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken) =>
        (await fetcher.AskAsync(item.Key, item.Group.Lane, cancellationToken)).Select(fetched => new WorkResult.Ended(WorkState.Done, null, async (db, token) =>
        {
            // An import whose player was erased meanwhile is gone, and the match would name the player anew.
            if (await ImportStore.IsKnownAsync(db, item.Key, token))
            {
                await MatchStore.StoreAsync(db, fetched, item.Attempts, token);
            }

            await _imports.SettleMatchAsync(db, item, WorkState.Done, null, !fetched.Read.Match.IsAborted, wasThere: false, token);
        }));

    /// <inheritdoc />
    protected override Task SettleAsync(MnmDbContext db, WorkLease item, WorkState state, string? reason, bool wasThere, CancellationToken cancellationToken) =>
        _imports.SettleMatchAsync(db, item, state, reason, isWithTimeline: true, wasThere, cancellationToken);
}
