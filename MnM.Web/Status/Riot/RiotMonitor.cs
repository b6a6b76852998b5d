using System.Data.Common;
using MnM.Collector;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Web.Status.Riot;

/// <summary>Reads once a second how Riot's API is used while somebody looks, and tells it where it has changed.</summary>
public sealed partial class RiotMonitor(RiotUsageQueries usage, WorkQueries work, TimeProvider time, ILogger<RiotMonitor> logger) : PollingService(time, logger)
{
    private const int FailuresShown = 5;

    private readonly TimeProvider _time = time;

    /// <summary>What pages show.</summary>
    public Feed<RiotScene> Scenes { get; } = new(RiotScene.Loading);

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken) => Scenes.Readers > 0 ? ReadAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Reads it now, for a page that opens.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        RiotScene next;
        try
        {
            next = RiotScene.Of(
                await usage.ReadAsync(cancellationToken), await work.ReadAsync(cancellationToken), await work.ReadFailuresAsync(FailuresShown, cancellationToken), _time.GetUtcNow());
        }
        catch (DbException fault)
        {
            if (!Scenes.Current.IsStale)
            {
                Log.NotRead(logger, fault);
            }

            next = Scenes.Current with { IsStale = true };
        }

        Scenes.Update(last => last.Equals(next) ? last : next);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "How Riot's API is used could not be read from the database")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
