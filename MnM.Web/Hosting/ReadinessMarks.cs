using MnM.Collector.StaticData;

namespace MnM.Web.Hosting;

/// <summary>Marks what /health waits for: the migrated database, and static data that was looked for.</summary>
internal sealed class ReadinessMarks(Readiness readiness, StaticDataStore staticData) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Migrations run before any hosted service is started, and a failed one stops the start.
        readiness.Mark("database");
        readiness.Expect("static_data");
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await staticData.FirstLookDone.WaitAsync(stoppingToken);
            readiness.Mark("static_data");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Thrown on, a start that failed elsewhere would be told as two faults, this one with a stack trace.
        }
    }
}
