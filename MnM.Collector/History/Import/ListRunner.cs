using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;

namespace MnM.Collector.History.Import;

/// <summary>Asks for lists of matches, a page at a time.</summary>
internal sealed class ListRunner(
    WorkQueue queue, Backoff backoff, ListStore store, MatchApi matches, PlayerQueries players, RouteAnswers answers, TimeProvider time, ILogger<ListRunner> logger)
    : WorkRunner(queue, backoff, time, logger)
{
    /// <summary>Answers of which nothing can be made; without the list there is nothing to import.</summary>
    private const int MostFaults = 3;

    private static readonly TimeSpan UntilOldestIsHere = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override string Kind => ImportWork.Page;

    /// <inheritdoc />
    protected override Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken) => TryAsync(item, cancellationToken);

    /// <summary>One attempt. Tests call it directly.</summary>
    internal async Task<WorkResult> TryAsync(WorkLease item, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(item.Key, cancellationToken) is not { } job)
        {
            return new WorkResult.Ended(WorkState.Aborted, ImportPartRunner.NobodyWaits);
        }

        var cursor = item.ReadPayload(ListJson.Default.ListCursor);
        var to = cursor.To;
        if (cursor.AtOldest)
        {
            var oldest = await store.FindOldestAsync(job, cursor, cancellationToken);
            if (oldest.Awaited is { } awaited)
            {
                await store.HurryAsync(awaited, cancellationToken);
                return new WorkResult.Wait(UntilOldestIsHere);
            }

            // Riot's times are whole seconds, and both ends belong to a window.
            to = oldest.StartedAt?.AddSeconds(-1) ?? to ?? job.CreatedAt;
        }

        // A key of another product knows the player by another id.
        if (Puuid.Find(job.Puuid) is not { } known || await players.FindAsync(known, cancellationToken) is not { Puuid: var puuid })
        {
            return new WorkResult.Wait(ImportPartRunner.WhileNobodyAnswers, "The key is of another product, and the player has not been found by it yet.");
        }

        var queues = job.ReadQueues();
        var query = new MatchIdQuery(cursor.Start, ListPlan.PageSize, To: to, Queue: queues.IsEmpty ? null : queues[cursor.Queue]);
        var answer = await matches.FindIdsAsync(puuid, job.Region, query, item.Group.Lane, cancellationToken);
        answers.Note(job.Region, answer);
        return answer switch
        {
            RiotAnswer<ImmutableArray<string>>.Fetched { Value: var ids } =>
                new WorkResult.Ended(WorkState.Done, null, (db, token) => store.StoreAsync(db, job, cursor, to, ids, token)),
            RiotAnswer<ImmutableArray<string>>.Unavailable { IsAnswered: false, Reason: var reason } => new WorkResult.Wait(ImportPartRunner.WhileNobodyAnswers, reason),
            RiotAnswer<ImmutableArray<string>>.Unavailable { Reason: var reason } when item.Attempts < MostFaults => new WorkResult.Retry(reason),
            RiotAnswer<ImmutableArray<string>>.Unavailable { Reason: var reason } => Failed(reason),
            RiotAnswer<ImmutableArray<string>>.NotFound => Failed("Riot does not know this player any more."),
            _ => Failed("Riot refuses to tell this player's matches."),
        };

        WorkResult.Ended Failed(string reason) => new(WorkState.Failed, reason, (db, token) => store.FailAsync(db, job, reason, token));
    }
}
