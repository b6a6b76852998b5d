using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using MnM.Web.Hosting;

namespace MnM.Web.Security;

/// <summary>Applies <see cref="RequestRules"/> to every request.</summary>
internal static partial class RequestGuard
{
    public static void UseRequestGuard(this WebApplication app)
    {
        var rules = new RequestRules(app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.CorsOrigins, app.Services.GetRequiredService<AllowedHosts>());
        app.Use((context, next) => CheckAsync(app.Logger, rules, context, next));
    }

    private static Task CheckAsync(ILogger logger, RequestRules rules, HttpContext context, RequestDelegate next)
    {
        if (rules.Check(context.Request) is { } refusal)
        {
            Log.Refused(logger, context.Request.Method, context.Request.Path.ToUriComponent(), refusal.Status, refusal.Detail);
            return TypedResults.Problem(refusal.Detail, statusCode: refusal.Status).ExecuteAsync(context);
        }

        // A body without a length is counted while it is read.
        if (!RequestRules.LimitsItself(context.Request) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = RequestRules.LargestBody;
        }

        return next(context);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused {Method} {Path} with {Status}: {Detail}")]
        public static partial void Refused(ILogger logger, string method, string path, int status, string detail);
    }
}
