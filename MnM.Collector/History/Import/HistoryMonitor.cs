using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace MnM.Collector.History.Import;

/// <summary>Reads the running imports once a second for all who watch, and nothing while nobody does.</summary>
public sealed partial class HistoryMonitor(HistoryQueries history, Feed<HistoryState> states, TimeProvider time, ILogger<HistoryMonitor> logger) : PollingService(time, logger)
{
    /// <summary>So long an import that has ended is still told, so that every reader hears of it.</summary>
    private static readonly TimeSpan KeepEnded = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override Task TickAsync(CancellationToken cancellationToken) => states.Readers > 0 ? ReadAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Reads them now, for whoever begins to watch or has changed something.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = _time.GetUtcNow();
            var imports = await history.RunningAsync(now - KeepEnded, cancellationToken);
            states.Update(last => imports.IsEmpty && last is { Imports.IsEmpty: true, IsStale: false } && last.At != default ? last : new HistoryState(imports, IsStale: false, now));
        }
        catch (DbException fault)
        {
            if (!states.Current.IsStale)
            {
                Log.NotRead(logger, fault);
            }

            states.Update(last => last.IsStale ? last : last with { IsStale = true });
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The imports could not be read from the database")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
