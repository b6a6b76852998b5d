using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;

namespace MnM.Collector.Insights.Stories;

/// <summary>Makes the insights that are ordered; the key of the work is that of the subject.</summary>
internal sealed partial class InsightRunner(WorkQueue queue, Backoff backoff, InsightMaker maker, InsightsBoard board, TimeProvider time, ILogger<InsightRunner> logger)
    : WorkRunner(queue, backoff, time, logger)
{
    public const string WorkKind = "insight";

    private const string Broken = "It could not be made, by a fault of MnM; the log tells more.";

    /// <summary>While Riot does not answer.</summary>
    private static readonly TimeSpan WhileNobodyAnswers = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override string Kind => WorkKind;

    /// <summary>A language model takes its time, and counting takes a processor.</summary>
    protected override int Concurrency => 2;

    /// <inheritdoc />
    protected override TimeSpan LookEvery => TimeSpan.FromSeconds(5);

    /// <summary>The same figures make the same fault.</summary>
    protected override int MostAttempts => 3;

    /// <summary>An order of an insight.</summary>
    public static NewWork Work(InsightSubject subject, Lane lane, DateTimeOffset now) => new(WorkKind, subject.Key, lane) { ExpiresAt = now.AddDays(1) };

    /// <inheritdoc />
    protected override Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken) => TryAsync(item, cancellationToken);

    /// <inheritdoc />
    protected override void Settled(WorkLease item) => board.End(item.Key);

    /// <summary>One attempt. Tests call it directly.</summary>
    internal async Task<WorkResult> TryAsync(WorkLease item, CancellationToken cancellationToken)
    {
        if (InsightSubject.Parse(item.Key) is not { } subject)
        {
            return new WorkResult.Ended(WorkState.Failed, $"{item.Key} is nothing that can be explained.");
        }

        try
        {
            return await maker.MakeAsync(subject, cancellationToken) switch
            {
                MadeInsight.Made made => new WorkResult.Ended(
                    WorkState.Done, null, (db, token) => InsightStore.StoreAsync(db, subject, made.Hash, made.Report, made.Words, _time.GetUtcNow(), token)),
                MadeInsight.Impossible(var state, var reason) => Without(subject, state, reason),
                MadeInsight.NotYet(var reason) => new WorkResult.Wait(WhileNobodyAnswers, reason),
                var other => throw new InvalidOperationException($"{other} is no end."),
            };
        }
        catch (Exception fault) when (item.Attempts >= MostAttempts && SqliteWork.PassingFault(fault) is null && !cancellationToken.IsCancellationRequested)
        {
            Log.Broken(logger, item.Key, fault);
            return Without(subject, WorkState.Failed, Broken);
        }
    }

    private WorkResult.Ended Without(InsightSubject subject, WorkState state, string reason) =>
        new(state, reason, (db, token) => InsightStore.StoreFaultAsync(db, subject, reason, _time.GetUtcNow(), token));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Insight {Subject} cannot be made")]
        public static partial void Broken(ILogger logger, string subject, Exception fault);
    }
}
