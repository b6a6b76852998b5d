using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.Hosting;

/// <summary>Whether MnM is ready, for start scripts and for people.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Made now: patience counts from the start, not from the first one who asks.
        _ = routes.ServiceProvider.GetRequiredService<Readiness>();
        routes.MapGet("/health", GetHealth).WithSummary("Whether MnM is ready; verbose=true tells the owner more.").ForEveryone()
            .Produces<HealthView>(StatusCodes.Status503ServiceUnavailable);
    }

    private static JsonHttpResult<HealthView> GetHealth(Readiness readiness, DemoState demo, HttpContext http, bool verbose = false)
    {
        var ready = readiness.IsReady;
        HealthView view = new(ready ? "ok" : "starting", verbose && http.User.IsOwner() ? HealthDetail.Of(readiness, demo) : null);
        return TypedResults.Json(view, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>The answer of /health.</summary>
internal sealed record HealthView(
    string Status,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] HealthDetail? Detail);

/// <summary>More about a MnM that runs.</summary>
internal sealed record HealthDetail(string Version, string Mode, long UptimeSeconds, IReadOnlyList<ConditionReport> Conditions)
{
    private static readonly string ProductVersion =
        typeof(HealthDetail).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static HealthDetail Of(Readiness readiness, DemoState demo) =>
        new(ProductVersion, demo.IsDemo ? "demo" : "real", (long)readiness.Uptime.TotalSeconds, readiness.Conditions);
}
