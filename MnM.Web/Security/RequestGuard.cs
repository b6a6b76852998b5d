using Microsoft.AspNetCore.Http.Features;

namespace MnM.Web.Security;

/// <summary>Applies <see cref="RequestRules"/> to every request.</summary>
internal static partial class RequestGuard
{
    public static void UseRequestGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (RequestRules.Check(context.Request) is { } refusal)
        {
            Log.Refused(app.Logger, context.Request.Method, context.Request.Path.ToUriComponent(), refusal.Status, refusal.Detail);
            return TypedResults.Problem(refusal.Detail, statusCode: refusal.Status).ExecuteAsync(context);
        }

        // A body without a length is counted while it is read.
        if (context.Request.Path.StartsWithSegments("/api") && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = RequestRules.LargestBody;
        }

        return next(context);
    });

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused {Method} {Path} with {Status}: {Detail}")]
        public static partial void Refused(ILogger logger, string method, string path, int status, string detail);
    }
}
