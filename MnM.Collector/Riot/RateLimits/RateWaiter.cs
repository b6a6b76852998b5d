using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>A request that waits for its turn.</summary>
/// <param name="method">The scope of its method.</param>
/// <param name="lane">How urgent it is.</param>
/// <param name="since">When it began to wait.</param>
internal sealed class RateWaiter(string method, Lane lane, DateTimeOffset since) : TaskCompletionSource<RatePermit>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string Method => method;

    public Lane Lane => lane;

    public DateTimeOffset Since => since;
}

/// <summary>Leave to send one request.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Method">The scope of its method.</param>
/// <param name="RouteNumber">Its number in the route's windows.</param>
/// <param name="MethodNumber">Its number in the method's windows.</param>
internal sealed record RatePermit(string Route, string Method, long RouteNumber, long MethodNumber);

/// <summary>What became of a permitted request.</summary>
/// <param name="Permit">The request.</param>
/// <param name="At">When its answer was there, or was given up.</param>
/// <param name="Answer">What the answer's headers said; null without an answer.</param>
internal sealed record RateOutcome(RatePermit Permit, DateTimeOffset At, RateHeaders? Answer);
