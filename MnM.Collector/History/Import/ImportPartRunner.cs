using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>
/// Gets a part of matches that imports wait for. Riot's own lists name them, so they are there or will never be; what comes of one settles it for every import that waits for it.
/// </summary>
internal abstract class ImportPartRunner(WorkQueue queue, Backoff backoff, ImportStore imports, RouteAnswers answers, RouteProbe probe, TimeProvider time, ILogger logger)
    : WorkRunner(queue, backoff, time, logger)
{
    public const string NobodyWaits = "No import waits for it any more.";

    /// <summary>Questions to which Riot's servers do not answer while they answer others.</summary>
    private const int MostSilences = 8;

    /// <summary>Without a key, and while Riot's servers do not answer.</summary>
    public static readonly TimeSpan WhileNobodyAnswers = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = time;

    /// <summary>What is under way when MnM is killed is asked for once more, so it is no more than what keeps a production key's limits busy.</summary>
    protected override int Concurrency => 8;

    /// <summary>With those that ended with their process.</summary>
    protected override int MostAttempts => 12;

    /// <summary>Which part.</summary>
    protected abstract MatchPart Part { get; }

    /// <summary>Asks once; what is there becomes the end of the work.</summary>
    protected abstract Task<RiotAnswer<WorkResult.Ended>> AskAsync(WorkLease item, CancellationToken cancellationToken);

    /// <summary>Settles the part for all who wait for it, in the transaction that ends the work.</summary>
    protected abstract Task SettleAsync(MnmDbContext db, WorkLease item, WorkState state, string? reason, bool wasThere, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken) => TryAsync(item, cancellationToken);

    /// <summary>One attempt. Tests call it directly.</summary>
    internal async Task<WorkResult> TryAsync(WorkLease item, CancellationToken cancellationToken)
    {
        var wanted = await imports.FindAsync(item.Key, Part, cancellationToken);
        if (!wanted.IsWanted)
        {
            return new WorkResult.Ended(WorkState.Aborted, NobodyWaits, (db, token) => imports.OrderAgainAsync(db, item.Key, Part, token));
        }

        if (wanted.IsHere || wanted.Absence is not null)
        {
            return Settled(item, wanted.IsHere ? WorkState.Done : wanted.Absence!.State, wanted.Absence?.Reason, wasThere: true);
        }

        // A match that is never answered for would keep the route's breaker open, and itself waiting.
        if (answers.FaultOf(item.Group.Route) is { } fault && !await AnswersAsync(item, cancellationToken))
        {
            return new WorkResult.Wait(WhileNobodyAnswers, fault);
        }

        var answer = await AskAsync(item, cancellationToken);
        answers.Note(item.Group.Route, answer);
        return answer switch
        {
            RiotAnswer<WorkResult.Ended>.Fetched { Value: var ended } => ended,
            RiotAnswer<WorkResult.Ended>.Forbidden => Absent(item, WorkState.Private, AbsenceReasons.Private),
            RiotAnswer<WorkResult.Ended>.NotFound when await imports.IsGoneAsync(item.Key, cancellationToken) =>
                Absent(item, WorkState.NotFound, AbsenceReasons.NotFound),

            // Perhaps it is not there yet: nothing is remembered, and the next import asks again.
            RiotAnswer<WorkResult.Ended>.NotFound => Settled(item, WorkState.NotFound, AbsenceReasons.NotFound, wasThere: false),
            var unavailable => await NotYetAsync(item, (RiotAnswer<WorkResult.Ended>.Unavailable)unavailable, cancellationToken),
        };
    }

    private Task<bool> AnswersAsync(WorkLease item, CancellationToken cancellationToken) =>
        probe.AnswersAsync(item.Group.Route, item.Group.Owner, item.Group.Lane, cancellationToken);

    private async Task<WorkResult> NotYetAsync(WorkLease item, RiotAnswer<WorkResult.Ended>.Unavailable answer, CancellationToken cancellationToken)
    {
        if (!answer.IsAnswered && !await AnswersAsync(item, cancellationToken))
        {
            return new WorkResult.Wait(WhileNobodyAnswers, answer.Reason);
        }

        // An answer that cannot be read would be the same a moment later; the next import asks again.
        return !answer.IsAnswered && item.Attempts < MostSilences
            ? new WorkResult.Retry(answer.Reason)
            : Settled(item, WorkState.Failed, answer.Reason, wasThere: false);
    }

    private WorkResult.Ended Settled(WorkLease item, WorkState state, string? reason, bool wasThere) =>
        new(state, reason, (db, token) => SettleAsync(db, item, state, reason, wasThere, token));

    private WorkResult.Ended Absent(WorkLease item, WorkState state, string reason)
    {
        var absence = new MatchAbsence { MatchId = item.Key, Part = Part, State = state, Reason = reason, Tries = item.Attempts, ToldAt = _time.GetUtcNow() };
        return new WorkResult.Ended(state, reason, async (db, token) =>
        {
            await MatchStore.StoreAsync(db, absence, token);
            await SettleAsync(db, item, state, reason, wasThere: false, token);
        });
    }
}
