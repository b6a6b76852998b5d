using System.Collections.Concurrent;
using System.Collections.Immutable;
using MnM.Simulator.Faults;

namespace MnM.Simulator.RiotApi;

/// <summary>In what ways Riot's API goes wrong, and when.</summary>
internal sealed class RiotFaults(ImmutableArray<Fault> faults, int seed)
{
    private const int ErrorsEvery = 25;
    private const long MissingEvery = 15 * 60_000;
    private const long MissingFor = 5 * 60_000;
    private static readonly ImmutableArray<int> Errors = [500, 502, 503, 504];

    private readonly FaultPlan _plan = new(faults, seed);
    private readonly ConcurrentDictionary<string, bool> _missing = new();
    private int _turn = Math.Abs(seed % ErrorsEvery);

    /// <summary>Makes a platform or a region answer 404 to everything, or mends it.</summary>
    public void SetMissing(string route, bool missing) => _missing[route] = missing;

    /// <summary>What comes in the place of the next answer, if anything does.</summary>
    /// <param name="route">The platform or region that is asked.</param>
    /// <param name="now">Milliseconds since the servers began.</param>
    public RiotRefusal? NextRefusal(string route, long now)
    {
        var turn = (Interlocked.Increment(ref _turn) - 1) % ErrorsEvery;
        if (IsMissing(route, now))
        {
            return new RiotRefusal(RiotAnswer.Fault(404, "Data not found"));
        }

        if (faults.Contains(Fault.ServerErrors) && turn >= ErrorsEvery - Errors.Length)
        {
            var status = Errors[turn - ErrorsEvery + Errors.Length];
            return new RiotRefusal(RiotAnswer.Fault(status, status == 500 ? "Internal server error" : "Service unavailable"));
        }

        return _plan.NextOfRefusal() switch
        {
            Fault.MethodLimit => RiotRefusal.Limit("method"),
            Fault.ServiceLimit => RiotRefusal.Limit("service"),
            Fault.ServerLimit => RiotRefusal.Limit("server") with { RetryAfterSeconds = 5, HidesLimits = true },
            _ => null,
        };
    }

    /// <summary>In what way the next answer comes broken, if it does.</summary>
    public Fault? NextOfBody() => _plan.NextOfBody();

    private bool IsMissing(string route, long now) =>
        _missing.GetValueOrDefault(route)
        || (faults.Contains(Fault.RegionMissing) && RiotRoutes.RegionOf(route) == "europe" && now % MissingEvery >= MissingEvery - MissingFor);
}
