using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Gets matches. One that is stored, by whomever, is not asked for; the raw match and the end of the work on it are one transaction.</summary>
internal sealed partial class MatchRunner(
    WorkQueue queue, Backoff backoff, CrawlSwitch crawl, TftApi tactics, CrawlProbe probe, CrawlStore store, RouteAnswers answers, TimeProvider time, ILogger<MatchRunner> logger)
    : CrawlRunner(queue, backoff, crawl, answers, time, logger)
{
    /// <summary>Riot's lists can name a match minutes before it is there.</summary>
    private const int MostMisses = 4;

    private static readonly TimeSpan UntilItMayBeThere = TimeSpan.FromMinutes(3);

    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override string Kind => CrawlWork.Match;

    /// <inheritdoc />
    protected override async Task<WorkResult> AskAsync(WorkLease item, CancellationToken cancellationToken)
    {
        switch (await store.FindAsync(item.Key, cancellationToken))
        {
            case KnownMatch.Stored:
                return WorkResult.Done;
            case KnownMatch.Absent { Absence: var absence }:
                return new WorkResult.Ended(absence.State, absence.Reason);
        }

        var answer = await tactics.FindMatchAsync(item.Key, item.Group.Lane, cancellationToken);
        Note(item, answer);
        switch (answer)
        {
            case RiotAnswer<byte[]>.Fetched { Value: var json }:
                return Read(item, json);
            case RiotAnswer<byte[]>.Forbidden:
                Log.Private(logger, item.Key);
                return Absent(item, WorkState.Private, AbsenceReasons.Private);
            case RiotAnswer<byte[]>.NotFound:
                var tries = CrawlTries.Of(item);
                tries = tries with { Missing = tries.Missing + 1 };
                return tries.Missing < MostMisses ? Later(item, tries, "Riot lists it and does not have it yet.", UntilItMayBeThere)
                    : await store.IsGoneAsync(item.Key, cancellationToken) ? Absent(item, WorkState.NotFound, AbsenceReasons.NotFound)

                    // Nothing is remembered of what may come yet: the next cycle asks again.
                    : new WorkResult.Ended(WorkState.NotFound, AbsenceReasons.NotFound);
            default:
                return await NotYetAsync(item, (RiotAnswer<byte[]>.Unavailable)answer, cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override Task<bool> AnswersOthersAsync(WorkLease item, CancellationToken cancellationToken) => probe.AnswersAsync(item.Group.Route, item.Group.Owner, cancellationToken);

    /// <inheritdoc />
    protected override WorkResult.Ended GiveUp(WorkLease item, string reason)
    {
        Log.GivenUp(logger, item.Key, reason);
        return Absent(item, WorkState.Failed, reason);
    }

    private WorkResult Read(WorkLease item, byte[] json)
    {
        if (TftMatchReader.Read(item.Key, json, _time.GetUtcNow()) is not { } read)
        {
            return Unreadable(item, json);
        }

        var fetched = FetchedTftMatch.Of(read, json);
        Log.Got(logger, item.Key);
        return new WorkResult.Ended(WorkState.Done, null, (db, token) => CrawlStore.StoreAsync(db, fetched, token));
    }

    /// <summary>It may be whole the next time; when it is given up, the answer is kept as it came.</summary>
    private WorkResult Unreadable(WorkLease item, byte[] json)
    {
        const string Reason = "Riot's answer is not this match, or none that MnM can read.";
        var result = Unreadable(item, Reason);
        if (result is WorkResult.Ended { Store: { } storeAbsence } ended)
        {
            var fault = new SchemaFault { MatchId = item.Key, Fault = Reason, At = _time.GetUtcNow(), Answer = Packing.Pack(json) };
            result = ended with
            {
                Store = async (db, token) =>
                {
                    await storeAbsence(db, token);
                    await CrawlStore.StoreAsync(db, fault, token);
                },
            };
        }

        return result;
    }

    private WorkResult.Ended Absent(WorkLease item, WorkState state, string reason)
    {
        var absence = new MatchAbsence { MatchId = item.Key, Part = MatchPart.Tactics, State = state, Reason = reason, Tries = item.Attempts + CrawlTries.Of(item).Total, ToldAt = _time.GetUtcNow() };
        return new WorkResult.Ended(state, reason, (db, token) => MatchStore.StoreAsync(db, absence, token));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "TFT match {MatchId} came")]
        public static partial void Got(ILogger logger, string matchId);

        [LoggerMessage(Level = LogLevel.Information, Message = "TFT match {MatchId} is private and left out")]
        public static partial void Private(ILogger logger, string matchId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "TFT match {MatchId} is given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, string matchId, string reason);
    }
}
