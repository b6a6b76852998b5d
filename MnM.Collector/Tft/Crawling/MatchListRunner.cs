using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Reads the lists of matches of the ladders' players, a page at a time.</summary>
internal sealed class MatchListRunner(
    WorkQueue queue, Backoff backoff, CrawlSwitch crawl, TftApi tactics, CrawlProbe probe, CrawlStore store, RouteAnswers answers, TimeProvider time, ILogger<MatchListRunner> logger)
    : CrawlRunner(queue, backoff, crawl, answers, time, logger)
{
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override string Kind => CrawlWork.List;

    /// <summary>Half as many as of matches: a list is a twentieth of the work that it makes.</summary>
    protected override int Concurrency => 4;

    /// <inheritdoc />
    protected override async Task<WorkResult> AskAsync(WorkLease item, CancellationToken cancellationToken)
    {
        var page = item.ReadPayload(CrawlJson.Default.ListPage);
        if (Puuid.Find(item.Key) is not { } puuid)
        {
            return GiveUp(item, "It is no player's id.");
        }

        var askedAt = _time.GetUtcNow();
        var answer = await tactics.FindIdsAsync(puuid, item.Group.Route, new MatchIdQuery(page.Start, ListPage.Size), item.Group.Lane, cancellationToken);
        Note(item, answer);
        return answer switch
        {
            RiotAnswer<ImmutableArray<string>>.Fetched { Value: var ids } =>
                new WorkResult.Ended(WorkState.Done, null, (db, token) => store.StoreAsync(db, item, page.Start == 0 ? page with { ReadAt = askedAt } : page, ids, token)),
            RiotAnswer<ImmutableArray<string>>.NotFound => new WorkResult.Ended(WorkState.NotFound, "Riot does not know this player any more."),
            RiotAnswer<ImmutableArray<string>>.Forbidden => new WorkResult.Ended(WorkState.Private, "Riot refuses to tell this player's matches."),
            _ => await NotYetAsync(item, (RiotAnswer<ImmutableArray<string>>.Unavailable)answer, cancellationToken),
        };
    }

    /// <inheritdoc />
    protected override Task<bool> AnswersOthersAsync(WorkLease item, CancellationToken cancellationToken) => probe.AnswersAsync(item.Group.Route, item.Group.Owner, cancellationToken);
}
