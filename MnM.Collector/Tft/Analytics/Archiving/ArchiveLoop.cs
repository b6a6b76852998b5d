using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Analytics.Archiving;

/// <summary>Archives old sets, if the owner wants that (<see cref="AnalyticsOptions.KeepSets"/>).</summary>
internal sealed partial class ArchiveLoop(ITftAnalytics analytics, IOptions<AnalyticsOptions> options, TimeProvider time, ILogger<ArchiveLoop> logger) : PollingService(time, logger)
{
    private readonly TimeProvider _time = time;

    protected override TimeSpan Interval { get; } = TimeSpan.FromHours(6);

    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (options.Value.KeepSets == 0)
        {
            return;
        }

        try
        {
            var coverage = await analytics.ReadCoverageAsync(cancellationToken);
            foreach (var patch in SetArchive.Choose(coverage, options.Value.KeepSets, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime)))
            {
                var matches = coverage.Where(part => part.Patch == patch).Sum(part => part.Matches);
                await analytics.DropAsync(patch, cancellationToken);
                Log.Archived(logger, patch, matches);
            }
        }
        catch (TftAnalyticsException fault)
        {
            Log.Failed(logger, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "TFT patch {Patch} is archived: {Matches} matches leave the explorer, and stay in the database as they came")]
        public static partial void Archived(ILogger logger, Patch patch, int matches);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Old TFT sets are not archived yet: {Fault}")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
