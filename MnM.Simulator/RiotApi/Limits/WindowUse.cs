namespace MnM.Simulator.RiotApi.Limits;

/// <summary>How full one limit was at its fullest.</summary>
/// <param name="Key">Whose limit it is.</param>
/// <param name="Route">On which platform or region.</param>
/// <param name="Method">Of which method; null for the limit of the whole app.</param>
/// <param name="Limit">What was allowed.</param>
/// <param name="Most">The most requests that came within its span.</param>
/// <param name="Milliseconds">The time of the last request of that span.</param>
public sealed record WindowUse(string Key, string Route, string? Method, RateLimit Limit, int Most, long Milliseconds)
{
    public bool IsViolation => Most > Limit.Requests;
}
