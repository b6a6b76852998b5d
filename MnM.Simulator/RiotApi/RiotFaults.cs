using System.Collections.Concurrent;
using System.Collections.Immutable;
using MnM.Simulator.Faults;

namespace MnM.Simulator.RiotApi;

/// <summary>In what ways Riot's API goes wrong, and when.</summary>
internal sealed class RiotFaults(RiotApiOptions options)
{
    private const int ErrorsEvery = 25;
    private const long MissingEvery = 15 * 60_000;
    private const long MissingFor = 5 * 60_000;
    private static readonly ImmutableArray<int> Errors = [500, 502, 503, 504];

    private readonly FaultPlan _plan = new(options.Faults, options.Seed);
    private readonly Random _random = new(options.Seed);
    private readonly ConcurrentDictionary<string, bool> _missing = new();
    private int _turn = Math.Abs(options.Seed % ErrorsEvery);

    /// <summary>Makes a platform or a region answer 404 to everything, or mends it.</summary>
    public void SetMissing(string route, bool missing) => _missing[route] = missing;

    /// <summary>What comes in the place of the next answer, if anything does.</summary>
    /// <param name="route">The platform or region that is asked.</param>
    /// <param name="now">Milliseconds since the servers began.</param>
    public RiotRefusal? NextRefusal(string route, long now)
    {
        if (NextError(route, now) is { } status)
        {
            return new RiotRefusal(RiotAnswer.Fault(status, status switch { 404 => "Data not found", 500 => "Internal server error", _ => "Service unavailable" }));
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

    private int? NextError(string route, long now)
    {
        var turn = (Interlocked.Increment(ref _turn) - 1) % ErrorsEvery;
        if (IsMissing(route, now))
        {
            return 404;
        }

        if (options.Outages.FirstOrDefault(outage => outage.Covers(route, TimeSpan.FromMilliseconds(now))) is { } outage)
        {
            return outage.Status;
        }

        if (options.Faults.Contains(Fault.ServerErrors) && turn >= ErrorsEvery - Errors.Length)
        {
            return Errors[turn - ErrorsEvery + Errors.Length];
        }

        lock (_random)
        {
            return options.ErrorShare > 0 && _random.NextDouble() < options.ErrorShare ? Errors[_random.Next(Errors.Length)] : null;
        }
    }

    private bool IsMissing(string route, long now) =>
        _missing.GetValueOrDefault(route)
        || (options.Faults.Contains(Fault.RegionMissing) && RiotRoutes.RegionOf(route) == "europe" && now % MissingEvery >= MissingEvery - MissingFor);
}
