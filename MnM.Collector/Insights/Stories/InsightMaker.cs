using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Words;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Stories;

/// <summary>Makes insights from what is stored and what Riot still gives: figures first, then own sentences, then those of a language model where there is one.</summary>
internal sealed partial class InsightMaker(
    InsightInputs inputs, ReportMaker reports, PlayerReportMaker players, MatchLibrary library, LastGames games, LanguageWriter writer, InsightsBoard board, ILogger<InsightMaker> logger)
{
    private const string Unreadable = "What is stored of this match's timeline cannot be read.";
    private const string WriterFailed = "The language model could not be asked, by a fault of MnM; the log tells more.";

    /// <summary>One try.</summary>
    public async Task<MadeInsight> MakeAsync(InsightSubject subject, CancellationToken cancellationToken) => subject switch
    {
        InsightSubject.OfMatch match => await OfMatchAsync(match, cancellationToken),
        InsightSubject.OfPlayer player => await OfPlayerAsync(player, cancellationToken),
        _ => throw new UnreachableException(),
    };

    private async Task<MadeInsight> OfMatchAsync(InsightSubject.OfMatch subject, CancellationToken cancellationToken)
    {
        board.Tell(subject.Key, InsightStage.Timeline);
        switch (await library.OpenAsync(subject.MatchId, cancellationToken))
        {
            case MatchAnswer.Absent { State: var state, Reason: var reason }:
                return new MadeInsight.Impossible(state, reason);
            case MatchAnswer.Unavailable { Reason: var reason }:
                return new MadeInsight.NotYet(reason);
            case MatchAnswer.Stored { Match: var read } when MatchCourse.WhyNot(read) is { } whyNot:
                return new MadeInsight.Impossible(WorkState.Aborted, whyNot);
            case MatchAnswer.Stored { Match: var read } when read.Participants.FirstOrDefault(one => one.Number == subject.Participant) is { } one:
                var (timeline, whyNone) = await TimelineAsync(subject.MatchId, cancellationToken);
                board.Tell(subject.Key, InsightStage.Figures);
                var hash = await inputs.HashAsync(subject, cancellationToken);
                return await WriteAsync(subject, hash, await reports.MakeAsync(read, one, timeline, whyNone, cancellationToken), cancellationToken);
            default:
                return new MadeInsight.Impossible(WorkState.NotFound, $"Nobody in {subject.MatchId} has the number {subject.Participant}.");
        }
    }

    private async Task<MadeInsight> OfPlayerAsync(InsightSubject.OfPlayer subject, CancellationToken cancellationToken)
    {
        board.Tell(subject.Key, InsightStage.Figures);
        var hash = await inputs.HashAsync(subject, cancellationToken);
        return await players.MakeAsync(subject, cancellationToken) is { } report
            ? await WriteAsync(subject, hash, report, cancellationToken)
            : new MadeInsight.Impossible(WorkState.Aborted, PlayerReportMaker.TooFew((await games.FindAsync(subject.PlayerId, InsightSubject.OfPlayer.FewestGames, cancellationToken)).Length));
    }

    /// <summary>Without a timeline there is still something to tell, so nothing waits for one that does not come now.</summary>
    private async Task<(Timeline? Timeline, string? WhyNone)> TimelineAsync(string matchId, CancellationToken cancellationToken) =>
        await library.OpenTimelineAsync(matchId, cancellationToken) switch
        {
            TimelineAnswer.Stored { Timeline: var stored } => stored.Read() is { } timeline ? (timeline, null) : (null, Unreadable),
            TimelineAnswer.Absent { Reason: var reason } => (null, reason),
            TimelineAnswer.Unavailable { Reason: var reason } => (null, reason),
            _ => throw new UnreachableException(),
        };

    private async Task<MadeInsight> WriteAsync(InsightSubject subject, string hash, InsightReport report, CancellationToken cancellationToken)
    {
        var own = TemplateWriter.Write(report);
        try
        {
            return new MadeInsight.Made(hash, report, await writer.WriteAsync(subject, report, own, progress => board.Tell(subject.Key, progress), cancellationToken));
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Figures and own sentences are there: no fault of what is a bonus takes them away.
            Log.WriterFailed(logger, subject.Key, fault);
            return new MadeInsight.Made(hash, report, own with { Author = own.Author with { Fallback = WriterFailed } });
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Insight {Subject}: the language model could not be asked; MnM's own sentences are taken")]
        public static partial void WriterFailed(ILogger logger, string subject, Exception fault);
    }
}

/// <summary>What came of a try to make an insight.</summary>
internal abstract record MadeInsight
{
    private MadeInsight()
    {
    }

    /// <summary>It is made.</summary>
    /// <param name="Hash">Of what it was made from.</param>
    /// <param name="Report">The figures.</param>
    /// <param name="Words">The words.</param>
    internal sealed record Made(string Hash, InsightReport Report, InsightWords Words) : MadeInsight;

    /// <summary>It will not be.</summary>
    /// <param name="State">A final state.</param>
    /// <param name="Reason">A sentence for people.</param>
    internal sealed record Impossible(WorkState State, string Reason) : MadeInsight;

    /// <summary>A later try may make it.</summary>
    /// <param name="Reason">A sentence for people.</param>
    internal sealed record NotYet(string Reason) : MadeInsight;
}
