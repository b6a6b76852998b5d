using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using MnM.Web.Hosting;

namespace MnM.Web.Security;

/// <summary>Applies <see cref="RequestRules"/> to every request.</summary>
internal static class RequestGuard
{
    public static void UseRequestGuard(this WebApplication app)
    {
        var rules = new RequestRules(app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.CorsOrigins, app.Services.GetRequiredService<AllowedHosts>());
        var refusals = app.Services.GetRequiredService<RefusalLog>();
        app.Use((context, next) => CheckAsync(refusals, rules, context, next));
    }

    private static Task CheckAsync(RefusalLog refusals, RequestRules rules, HttpContext context, RequestDelegate next)
    {
        if (rules.Check(context.Request) is { } refusal)
        {
            refusals.Note(context, refusal.Status, refusal.Detail);
            return TypedResults.Problem(refusal.Detail, statusCode: refusal.Status).ExecuteAsync(context);
        }

        // A body without a length is counted while it is read.
        if (!RequestRules.LimitsItself(context.Request) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = RequestRules.LargestBody;
        }

        return next(context);
    }
}
