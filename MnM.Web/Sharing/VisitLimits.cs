using System.Globalization;
using System.Threading.RateLimiting;
using MnM.Web.Security;

namespace MnM.Web.Sharing;

/// <summary>How much devices and strangers may ask. Who sits at this machine is not limited.</summary>
internal static class VisitLimits
{
    /// <summary>A page with all its pictures, again and again.</summary>
    private static readonly TokenBucketRateLimiterOptions Device = Bucket(burst: 600, perSecond: 60);

    /// <summary>The page where one pairs.</summary>
    private static readonly TokenBucketRateLimiterOptions Stranger = Bucket(burst: 120, perSecond: 5);

    private static readonly TokenBucketRateLimiterOptions Strangers = Bucket(burst: 600, perSecond: 60);

    public static IServiceCollection AddVisitLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(PartitionedRateLimiter.Create<HttpContext, string>(OfOne), PartitionedRateLimiter.Create<HttpContext, string>(OfAll));
        limiter.OnRejected = (rejected, _) => new ValueTask(Refuse(
            rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1), "This device asks too much at once."));
    });

    /// <summary>Answers who must wait.</summary>
    public static Task Refuse(HttpContext context, TimeSpan wait, string detail)
    {
        context.RequestServices.GetRequiredService<RefusalLog>().Note(context, StatusCodes.Status429TooManyRequests, detail);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("F0", CultureInfo.InvariantCulture);
        return TypedResults.Problem(detail, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }

    private static RateLimitPartition<string> OfOne(HttpContext context) =>
        Visitors.DeviceOf(context.User) is { } device ? RateLimitPartition.GetTokenBucketLimiter(string.Create(CultureInfo.InvariantCulture, $"device {device}"), _ => Device)
        : context.User.IsOwner() ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(Callers.Of(context.Connection.RemoteIpAddress), _ => Stranger);

    private static RateLimitPartition<string> OfAll(HttpContext context) =>
        context.User.Identity?.IsAuthenticated is true ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter("strangers", _ => Strangers);

    private static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };
}
