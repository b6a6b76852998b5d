using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Collector.Live.Results;

/// <summary>
/// Gets a part of a match from Riot. Of a game that has just ended it is not there for some minutes, so MnM asks again for two hours;
/// of any other match, which Riot's own lists name, it is there or never will be.
/// </summary>
internal abstract class MatchPartRunner(WorkQueue queue, Backoff backoff, GameMatchStore games, TimeProvider time, ILogger logger) : WorkRunner(queue, backoff, time, logger)
{
    /// <summary>How long after a game's end Riot is asked for what it does not have yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private static readonly TimeSpan WhileItRuns = TimeSpan.FromMinutes(1);

    /// <summary>Without a key, and while Riot's servers do not answer.</summary>
    private static readonly TimeSpan WhileNobodyAnswers = TimeSpan.FromMinutes(1);

    private readonly Backoff _backoff = backoff;
    private readonly TimeProvider _time = time;

    /// <summary>The questions of the time in which it may yet come, and some for answers that cannot be read.</summary>
    protected override int MostAttempts => 40;

    /// <summary>Which part.</summary>
    protected abstract MatchPart Part { get; }

    /// <summary>Asks once; what is there becomes the end of the item.</summary>
    protected abstract Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken);

    /// <summary>Why what was not there in time will not come, in a sentence for people.</summary>
    protected virtual string NeverCame => AbsenceReasons.NeverCame;

    /// <summary>Whether the match is of a game that still runs, and when it ended; null where Riot has the match for good or never will.</summary>
    protected virtual Task<(bool IsLive, DateTimeOffset EndedAt)?> FindEndAsync(string matchId, CancellationToken cancellationToken) => games.FindEndAsync(matchId, cancellationToken);

    /// <inheritdoc />
    protected override Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken) => TryAsync(item, cancellationToken);

    /// <inheritdoc />
    protected override WorkResult.Ended GiveUp(WorkLease item, string reason) => Absent(item, WorkState.Failed, $"{reason} MnM asks again when it is started the next time.");

    /// <summary>One attempt. Tests call it directly.</summary>
    internal async Task<WorkResult> TryAsync(WorkLease item, CancellationToken cancellationToken)
    {
        var game = await FindEndAsync(item.Key, cancellationToken);
        if (game is { IsLive: true })
        {
            // It was given up and goes on.
            return new WorkResult.Wait(WhileItRuns);
        }

        var left = game is { EndedAt: var end } ? end + Patience - _time.GetUtcNow() : TimeSpan.Zero;
        return await AskAsync(item, cancellationToken) switch
        {
            RiotAnswer<WorkResult.Ended>.Fetched fetched => fetched.Value,
            RiotAnswer<WorkResult.Ended>.Forbidden => Absent(item, WorkState.Private, AbsenceReasons.Private),
            RiotAnswer<WorkResult.Ended>.NotFound when left > TimeSpan.Zero => new WorkResult.Retry("Riot does not have it yet.", Shorter(_backoff.After(item.Attempts), left)),
            RiotAnswer<WorkResult.Ended>.NotFound => Absent(item, WorkState.NotFound, game is null ? AbsenceReasons.NotFound : NeverCame),
            RiotAnswer<WorkResult.Ended>.Unavailable { IsAnswered: false, Reason: var reason } => new WorkResult.Wait(WhileNobodyAnswers, reason),
            RiotAnswer<WorkResult.Ended>.Unavailable { Reason: var reason } when item.Attempts >= MostAttempts =>
                GiveUp(item, reason),
            var answer => new WorkResult.Retry(((RiotAnswer<WorkResult.Ended>.Unavailable)answer).Reason),
        };
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private WorkResult.Ended Absent(WorkLease item, WorkState state, string reason)
    {
        var absence = new MatchAbsence { MatchId = item.Key, Part = Part, State = state, Reason = reason, Tries = item.Attempts, ToldAt = _time.GetUtcNow() };
        return new WorkResult.Ended(state, reason, (db, token) => MatchStore.StoreAsync(db, absence, token));
    }
}
