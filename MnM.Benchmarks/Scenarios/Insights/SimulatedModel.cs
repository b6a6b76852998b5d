using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Scenarios.Insights;

/// <summary>A model learnt from stored matches of the simulator as MnM learns it: how long that takes from the timelines to the stored model, and how good the model is.</summary>
internal sealed class SimulatedModel : Measurement
{
    private const int Matches = 1000;
    private const int Fewer = 400;
    private const int AtOnce = 100;

    public override string Title => "A model of 1,000 simulated matches";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var count = size == Size.Quick ? Fewer : Matches;
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        for (var index = 0; index < count; index++)
        {
            var sample = SampleMatch.Rift(index);
            await database.Store.StoreAsync(new FetchedMatch(MatchReader.Read(sample.MatchId, sample.Json, DateTimeOffset.UnixEpoch)!, sample.Json), cancellationToken);
            await database.StoreTimelineAsync(sample, cancellationToken);
        }

        results.Add("simulated_matches", count);
        var (whole, learning) = (new List<double>(), new List<double>());
        for (var round = 0; round < Results.Rounds; round++)
        {
            await ForgetAsync(database, cancellationToken);
            var start = Stopwatch.GetTimestamp();
            while (await database.Collector.Get<FeatureStore>().DeriveAsync(AtOnce, cancellationToken) > 0)
            {
            }

            var derived = Stopwatch.GetTimestamp();
            await TrainAsync(database, cancellationToken);
            whole.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            learning.Add(Stopwatch.GetElapsedTime(derived).TotalSeconds);
        }

        results.AddMedian("train_s", whole);
        results.AddMedian("learn_s", learning);
        var test = (await database.Collector.Get<WinModels>().FindAsync(cancellationToken)).Model!.Test;
        results.Add("brier_simulated", test.ImprovementPercent);
        results.Add("brier_simulated_low", test.Low);
        results.Add("brier_simulated_high", test.High);
        results.Add("calibration_simulated", test.CalibrationError);
    }

    private static async Task ForgetAsync(EmptyDatabase database, CancellationToken cancellationToken)
    {
        await using var db = await database.Collector.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync(cancellationToken);
        await db.MatchFeatures.ExecuteDeleteAsync(cancellationToken);
        await db.TrainedModels.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>As the loop orders it and the runner does it.</summary>
    private static async Task TrainAsync(EmptyDatabase database, CancellationToken cancellationToken)
    {
        await database.Collector.Get<ModelLoop>().TickAsync(cancellationToken);
        var queue = database.Collector.Get<WorkQueue>();
        var lease = (await queue.ClaimAsync(ModelRunner.WorkKind, "benchmark", 1, TimeSpan.FromMinutes(2), cancellationToken)).Single();
        if (await database.Collector.Get<ModelRunner>().TryAsync(lease, cancellationToken) is not WorkResult.Ended { State: WorkState.Done } ended)
        {
            throw new InvalidOperationException("No model could be learnt.");
        }

        await queue.CompleteAsync(lease, ended.State, ended.Reason, ended.Store, cancellationToken);
    }
}
