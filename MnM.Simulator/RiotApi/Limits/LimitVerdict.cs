using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>Whether a request was within its limits, and what the headers say of them.</summary>
internal sealed record LimitVerdict
{
    /// <summary>"application" or "method"; null where there was room.</summary>
    public string? Exceeded { get; init; }

    public int RetryAfterSeconds { get; init; }

    public required string AppLimits { get; init; }

    public required string AppCounts { get; init; }

    public required string MethodLimits { get; init; }

    public required string MethodCounts { get; init; }

    public void WriteTo(IHeaderDictionary headers)
    {
        headers["X-App-Rate-Limit"] = AppLimits;
        headers["X-App-Rate-Limit-Count"] = AppCounts;
        headers["X-Method-Rate-Limit"] = MethodLimits;
        headers["X-Method-Rate-Limit-Count"] = MethodCounts;
    }
}
