using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>Orders a training when one is due, and tells pages what has changed.</summary>
internal sealed class ModelLoop(FeatureStore features, ModelStore stored, WinModels models, WorkQueue queue, TimeProvider time, ILogger<ModelLoop> logger)
    : PollingService(time, logger)
{
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (TrainingPlan.IsDue(await features.CountUsableAsync(cancellationToken), await stored.FindLastAsync(cancellationToken), _time.GetUtcNow()))
        {
            await queue.EnqueueAsync([new NewWork(ModelRunner.WorkKind, ModelRunner.Key, Lane.Crawl)], cancellationToken);
        }

        await models.LookAsync(cancellationToken);
    }
}
