using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Does a kind of the crawler's work, while the crawler runs and Riot answers.</summary>
internal abstract class CrawlRunner(WorkQueue queue, Backoff backoff, CrawlSwitch crawl, RouteAnswers answers, TimeProvider time, ILogger logger)
    : WorkRunner(queue, backoff, time, logger)
{
    /// <summary>Answers of which nothing can be made.</summary>
    private const int MostFaults = 3;

    /// <summary>Questions to which Riot's servers do not answer while they answer others.</summary>
    private const int MostSilences = 8;

    private readonly Backoff _backoff = backoff;

    /// <summary>What is under way when MnM is killed is asked for once more, so it is no more than what keeps a production key's limits busy.</summary>
    protected override int Concurrency => 8;

    /// <summary>Those that ended with their process or in a fault of MnM: what Riot answers is counted apart, see <see cref="CrawlTries"/>.</summary>
    protected override int MostAttempts => 12;

    /// <summary>The crawler's own work is told of at once, and nobody waits for the rest.</summary>
    protected override TimeSpan LookEvery => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected sealed override bool MayClaim(WorkGroup group) => crawl.MayClaim(group);

    /// <inheritdoc />
    protected sealed override Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken) => TryAsync(item, cancellationToken);

    /// <summary>One attempt. Tests call it directly.</summary>
    internal async Task<WorkResult> TryAsync(WorkLease item, CancellationToken cancellationToken)
    {
        // What is never answered for would keep the route's breaker open, and itself waiting.
        return answers.FaultOf(item.Group.Route) is { } fault && !await AnswersOthersAsync(item, cancellationToken)
            ? Silent(item, fault)
            : await AskAsync(item, cancellationToken);
    }

    /// <summary>Asks once.</summary>
    protected abstract Task<WorkResult> AskAsync(WorkLease item, CancellationToken cancellationToken);

    /// <summary>Whether the route of an item answers other questions.</summary>
    protected abstract Task<bool> AnswersOthersAsync(WorkLease item, CancellationToken cancellationToken);

    protected void Note<T>(WorkLease item, RiotAnswer<T> answer)
    {
        answers.Note(item.Group.Route, answer);
        if (answer is not RiotAnswer<T>.Unavailable { IsAnswered: false })
        {
            crawl.NoteAnswer(item.Group.Route);
        }
    }

    /// <summary>An answer of which nothing can be made: it may be another one the next time.</summary>
    protected WorkResult Unreadable(WorkLease item, string reason)
    {
        var tries = CrawlTries.Of(item);
        tries = tries with { Unreadable = tries.Unreadable + 1 };
        return tries.Unreadable < MostFaults ? Later(item, tries, reason) : GiveUp(item, reason);
    }

    /// <summary>There was no answer to an item. An outage counts no attempt.</summary>
    protected async Task<WorkResult> NotYetAsync<T>(WorkLease item, RiotAnswer<T>.Unavailable answer, CancellationToken cancellationToken)
    {
        if (answer.IsAnswered)
        {
            return Unreadable(item, answer.Reason);
        }

        if (!await AnswersOthersAsync(item, cancellationToken))
        {
            return Silent(item, answer.Reason);
        }

        var tries = CrawlTries.Of(item);
        tries = tries with { Silent = tries.Silent + 1 };
        return tries.Silent < MostSilences ? Later(item, tries, answer.Reason) : GiveUp(item, answer.Reason);
    }

    /// <summary>Another try, that was counted.</summary>
    protected WorkResult.Wait Later(WorkLease item, CrawlTries tries, string reason, TimeSpan? after = null) =>
        new(after ?? _backoff.After(tries.Total), reason, tries.WriteTo(item.Payload));

    private WorkResult.Wait Silent(WorkLease item, string why)
    {
        crawl.NoteSilence(item.Group.Route, why);
        return new WorkResult.Wait(CrawlSwitch.WhileNobodyAnswers, why);
    }
}
