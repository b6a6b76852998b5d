using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace MnM.Collector.Backplane.Outbox;

/// <summary>The number of the latest event; 0 before the first.</summary>
public sealed record EventHead(long Id);

/// <summary>Looks once a second, while somebody sends them on, whether there are new events; another process may have written them.</summary>
public sealed partial class EventWatch(EventStore events, TimeProvider time, ILogger<EventWatch> logger) : PollingService(time, logger)
{
    /// <summary>What was found last.</summary>
    public Feed<EventHead> Heads { get; } = new(new EventHead(0));

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (Heads.Readers == 0)
        {
            return;
        }

        try
        {
            var last = await events.LastIdAsync(cancellationToken);
            Heads.Update(known => known.Id == last ? known : new EventHead(last));
        }
        catch (DbException fault)
        {
            Log.NotRead(logger, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "New events cannot be looked for: {Fault} They are sent when the database answers")]
        public static partial void NotRead(ILogger logger, string fault);
    }
}
