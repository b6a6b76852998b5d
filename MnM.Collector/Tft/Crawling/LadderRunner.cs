using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Reads ladders: who stands on them is noted, and their lists of matches are ordered.</summary>
internal sealed partial class LadderRunner(
    WorkQueue queue, Backoff backoff, CrawlSwitch crawl, TftApi tactics, StatusApi status, CrawlStore store, RouteAnswers answers, TimeProvider time, ILogger<LadderRunner> logger)
    : CrawlRunner(queue, backoff, crawl, answers, time, logger)
{
    public const string NotWanted = "It is not crawled any more.";

    private readonly CrawlSwitch _crawl = crawl;
    private readonly RouteAnswers _answers = answers;
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override string Kind => CrawlWork.Ladder;

    /// <summary>A large ladder is megabytes, and two of one queue at once would have to wait for each other to be compared with what is stored.</summary>
    protected override int Concurrency => 1;

    /// <inheritdoc />
    protected override async Task<WorkResult> AskAsync(WorkLease item, CancellationToken cancellationToken)
    {
        var order = item.ReadPayload(CrawlJson.Default.LadderOrder);
        if (!_crawl.Wants(order.Name))
        {
            return new WorkResult.Ended(WorkState.Aborted, NotWanted);
        }

        var answer = await tactics.FindLadderAsync(TierOf(order.Tier), order.Queue, order.Platform, item.Group.Lane, cancellationToken);
        Note(item, answer);
        switch (answer)
        {
            case RiotAnswer<Ladder>.Fetched { Value: var ladder }:
                var readAt = _time.GetUtcNow();
                Log.Read(logger, order.Tier, order.Queue, order.Platform, ladder.Entries.Length);
                return new WorkResult.Ended(WorkState.Done, null, await store.PrepareAsync(order, ladder, readAt, cancellationToken));
            case RiotAnswer<Ladder>.NotFound:
                return new WorkResult.Ended(WorkState.NotFound, $"Riot has no such ladder on {order.Platform}.");
            case RiotAnswer<Ladder>.Forbidden:
                return new WorkResult.Ended(WorkState.Private, $"Riot refuses to show this ladder of {order.Platform}.");
            default:
                return await NotYetAsync(item, (RiotAnswer<Ladder>.Unavailable)answer, cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> AnswersOthersAsync(WorkLease item, CancellationToken cancellationToken)
    {
        if (_answers.Within(item.Group.Route, CrawlSwitch.WhileNobodyAnswers))
        {
            return true;
        }

        // Nine ladders a platform at most: a question more for each that is silent is no matter.
        var answer = await status.FindAsync(item.Group.Route, item.Group.Lane, cancellationToken);
        _answers.Note(item.Group.Route, answer);
        return answer is not RiotAnswer<PlatformStatus>.Unavailable { IsAnswered: false };
    }

    private static ApexTier TierOf(TftTier tier) => tier switch
    {
        TftTier.Master => ApexTier.Master,
        TftTier.Grandmaster => ApexTier.Grandmaster,
        TftTier.Challenger => ApexTier.Challenger,
        _ => throw new UnreachableException(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Read the ladder {Tier} of {Queue} on {Platform}: {Players} players")]
        public static partial void Read(ILogger logger, TftTier tier, string queue, string platform, int players);
    }
}
