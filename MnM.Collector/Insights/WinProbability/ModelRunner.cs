using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>Learns a model, one at a time.</summary>
internal sealed partial class ModelRunner(WorkQueue queue, Backoff backoff, FeatureStore features, TimeProvider time, ILogger<ModelRunner> logger) : WorkRunner(queue, backoff, time, logger)
{
    public const string WorkKind = "insight-model";

    /// <summary>There is one model.</summary>
    public const string Key = "win";

    /// <summary>Older ones are of older patches, and tell less of the game as it is.</summary>
    private const int MostMatches = 5000;
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override string Kind => WorkKind;

    /// <inheritdoc />
    protected override int Concurrency => 1;

    /// <inheritdoc />
    protected override TimeSpan LookEvery => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override int MostAttempts => 3;

    /// <inheritdoc />
    protected override Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken) => TryAsync(item, cancellationToken);

    /// <summary>One attempt. Tests call it directly.</summary>
    internal async Task<WorkResult> TryAsync(WorkLease item, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var usable = await features.CountUsableAsync(cancellationToken);
        var matches = await features.ReadUsableAsync(MostMatches, cancellationToken);
        if (matches.Length < WinModel.FewestMatches)
        {
            return new WorkResult.Ended(WorkState.Aborted, $"{matches.Length} of the {WinModel.FewestMatches} timelines are stored that a model needs.");
        }

        try
        {
            var (inputs, test) = await Task.Run(() => Training.Run(matches, cancellationToken), cancellationToken);
            var model = Trained();
            model.Content = TrainedModel.Write(inputs, test);
            Log.Trained(logger, matches.Length, test.Brier, test.BaseRateBrier, model.Milliseconds);
            return new WorkResult.Ended(WorkState.Done, null, (db, token) => ModelStore.StoreAsync(db, model, token));
        }
        catch (TrainingException fault)
        {
            return Failed(Trained(), fault.Message);
        }
        catch (Exception fault) when (item.Attempts >= MostAttempts && !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, fault);
            return Failed(Trained(), $"The training failed: {fault.Message}");
        }

        TrainedModel Trained() => new()
        {
            TrainedAt = _time.GetUtcNow(),
            FeatureVersion = MatchFeatures.CurrentVersion,
            Matches = matches.Length,
            Usable = usable,
            Milliseconds = (int)_time.GetElapsedTime(start).TotalMilliseconds,
        };
    }

    private static WorkResult.Ended Failed(TrainedModel model, string reason)
    {
        model.Fault = reason;
        return new WorkResult.Ended(WorkState.Failed, reason, (db, token) => ModelStore.StoreAsync(db, model, token));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A model of win chances was learnt from {Matches} matches: Brier score {Brier:0.000} beside {BaseRate:0.000} of the base rate, in {Milliseconds} ms")]
        public static partial void Trained(ILogger logger, int matches, double brier, double baseRate, int milliseconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "No model of win chances could be learnt")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
