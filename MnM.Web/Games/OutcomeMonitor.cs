using MnM.Collector;

namespace MnM.Web.Games;

/// <summary>Lets the pages of games that wait for Riot look again every few seconds: all of them by one timer, and only while there are such pages.</summary>
public sealed class OutcomeMonitor(TimeProvider time, ILogger<OutcomeMonitor> logger) : PollingService(time, logger)
{
    /// <summary>Each value asks for one look.</summary>
    public Feed<OutcomeLook> Looks { get; } = new(new OutcomeLook());

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken)
    {
        if (Looks.Readers > 0)
            Looks.Publish(new OutcomeLook());

        return Task.CompletedTask;
    }
}

/// <summary>Asks for a look.</summary>
public sealed class OutcomeLook;
