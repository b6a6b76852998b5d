using System.Diagnostics;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Matches;

namespace MnM.Collector.Insights;

/// <summary>Where insights are asked for and read. Pages and endpoints go through here alone.</summary>
public sealed class InsightDesk
{
    private readonly InsightStore _store;
    private readonly InsightInputs _inputs;
    private readonly InsightsBoard _board;
    private readonly LastGames _games;
    private readonly MatchQueries _matches;
    private readonly WorkQueue _queue;
    private readonly WorkQueries _work;
    private readonly TimeProvider _time;

    internal InsightDesk(
        InsightStore store, InsightInputs inputs, InsightsBoard board, LastGames games, MatchQueries matches, WorkQueue queue, WorkQueries work, TimeProvider time) =>
        (_store, _inputs, _board, _games, _matches, _queue, _work, _time) = (store, inputs, board, games, matches, queue, work, time);

    /// <summary>How the insight of a subject stands. Nothing is made for it.</summary>
    public async Task<InsightAnswer> FindAsync(InsightSubject subject, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(subject, cancellationToken) is { } whyNot)
        {
            return new InsightAnswer.NotSupported(whyNot);
        }

        // The work before the row: what ends in between is found in the row.
        var work = await _work.FindAsync(InsightRunner.WorkKind, subject.Key, cancellationToken);
        var row = await _store.FindAsync(subject, cancellationToken);
        var last = row is null ? null : InsightStore.Read(row, await _inputs.HashAsync(subject, cancellationToken));
        return work switch
        {
            { State: WorkState.Open } open => Waiting(subject, open.Reason, last),
            _ when row is { Fault: { } fault } => new InsightAnswer.Failed(fault, last),

            // It was given up without a try that could have noted why.
            { State: not WorkState.Done, Reason: { } reason, EndedAt: { } ended } when row?.MadeAt is not { } made || made < ended => new InsightAnswer.Failed(reason, last),
            _ when last is not null => new InsightAnswer.Ready(last),
            _ => new InsightAnswer.NotMade(),
        };
    }

    /// <summary>Orders it on the work queue, anew where it is there and old; it is stored when it is made.</summary>
    /// <param name="subject">What is to be explained.</param>
    /// <param name="anew">Whether it is made again though nothing changed, as where the words of a language model are wanted now.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<InsightAnswer> OrderAsync(InsightSubject subject, bool anew, CancellationToken cancellationToken)
    {
        var answer = await FindAsync(subject, cancellationToken);
        if (answer is InsightAnswer.NotSupported || (answer is InsightAnswer.Ready { Insight.IsOld: false } && !anew))
        {
            return answer;
        }

        await _queue.EnqueueAsync([InsightRunner.Work(subject, Lane.Requested, _time.GetUtcNow())], cancellationToken);
        var last = answer switch
        {
            InsightAnswer.Waiting waiting => waiting.Last,
            InsightAnswer.Ready ready => ready.Insight,
            InsightAnswer.Failed failed => failed.Last,
            _ => null,
        };
        return Waiting(subject, null, last);
    }

    private InsightAnswer.Waiting Waiting(InsightSubject subject, string? reason, Insight? last) =>
        new(_board.Find(subject.Key) ?? InsightProgress.Queued with { Detail = reason ?? "" }, last);

    private async Task<string?> WhyNotAsync(InsightSubject subject, CancellationToken cancellationToken)
    {
        switch (subject)
        {
            case InsightSubject.OfMatch(var matchId, var participant):
                return await _matches.FindAsync(matchId, cancellationToken) is not { } match ? null
                    : MatchCourse.WhyNot(match)
                        ?? (match.Participants.Any(one => one.Number == participant) ? null : $"Nobody in {matchId} has the number {participant}.");
            case InsightSubject.OfPlayer(var playerId, var games):
                var stored = (await _games.FindAsync(playerId, games, cancellationToken)).Length;
                return stored < InsightSubject.OfPlayer.FewestGames ? PlayerReportMaker.TooFew(stored) : null;
            default:
                throw new UnreachableException();
        }
    }
}
