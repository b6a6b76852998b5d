using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>A request that waits for its turn.</summary>
/// <param name="route">Where it waits.</param>
/// <param name="method">The scope of its method.</param>
/// <param name="lane">How urgent it is.</param>
/// <param name="since">When it began to wait, for people.</param>
/// <param name="from">The same by time that passes, which nobody can set.</param>
internal sealed class RateWaiter(RouteLimiter route, string method, Lane lane, DateTimeOffset since, TimeSpan from) : TaskCompletionSource<RatePermit>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string Method => method;

    public Lane Lane => lane;

    public DateTimeOffset Since => since;

    public TimeSpan From => from;

    /// <summary>Ends with the wait.</summary>
    public CancellationTokenRegistration Withdrawal { get; set; }

    /// <summary>Does not want to wait any longer.</summary>
    public void Withdraw(CancellationToken cancellationToken)
    {
        TrySetCanceled(cancellationToken);
        route.Withdraw(this);
    }
}

/// <summary>Leave to send one request.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Method">The scope of its method.</param>
/// <param name="At">When leave was given, in Unix milliseconds.</param>
/// <param name="Booked">The latest time at which the server can count it, as booked.</param>
internal sealed record RatePermit(string Route, string Method, long At, long Booked);

/// <summary>What became of a permitted request.</summary>
/// <param name="Permit">The request.</param>
/// <param name="At">The latest time at which the server counted it, in Unix milliseconds; null where it was never sent.</param>
/// <param name="Answer">What the answer's headers said; null without an answer.</param>
internal readonly record struct RateOutcome(RatePermit Permit, long? At, RateHeaders? Answer);
