namespace MnM.Simulator.RiotApi;

/// <summary>A time in which a platform or a region answers everything with the same error.</summary>
/// <param name="Route">The platform or the region.</param>
/// <param name="From">After the servers began.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="Status">404, 500, 502, 503 or 504.</param>
public sealed record RiotOutage(string Route, TimeSpan From, TimeSpan Length, int Status)
{
    public bool Covers(string route, TimeSpan time) => Route == route && time >= From && time < From + Length;
}
