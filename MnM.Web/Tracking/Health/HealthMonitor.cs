using System.Collections.Immutable;
using System.Data.Common;
using MnM.Collector;
using MnM.Collector.Tracking.Friends;
using MnM.Collector.Tracking.Health;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Web.Tracking.Health;

/// <summary>Reads how well tracking does every five seconds while somebody looks.</summary>
public sealed partial class HealthMonitor(
    TrackingMetricsQueries metrics, TrackedGameQueries games, WebhookStore webhooks, TimeProvider time, ILogger<HealthMonitor> logger) : PollingService(time, logger)
{
    /// <summary>What pages show.</summary>
    public Feed<HealthScene> Scenes { get; } = new(HealthScene.Loading);

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken) => Scenes.Readers > 0 ? ReadAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Reads it now, for a page that opens or has changed something.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var read = await metrics.ReadAsync(cancellationToken);
            var names = await games.NamesAsync([.. read.MissingResults.Select(missing => missing.PlayerId).Distinct()], cancellationToken);
            Scenes.Publish(new HealthScene(read, names.ToImmutableDictionary(), await webhooks.ListAsync(cancellationToken), IsStale: false));
        }
        catch (DbException fault)
        {
            if (!Scenes.Current.IsStale)
            {
                Log.NotRead(logger, fault);
            }

            Scenes.Update(last => last.IsStale ? last : last with { IsStale = true });
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "How tracking does could not be read from the database")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
