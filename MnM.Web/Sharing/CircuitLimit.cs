using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using MnM.Web.Security;

namespace MnM.Web.Sharing;

/// <summary>How many pages devices may have open. Each takes some megabytes here.</summary>
internal static class CircuitLimit
{
    /// <summary>Most of one device.</summary>
    public const int MostOfOne = 8;

    /// <summary>Most of all devices.</summary>
    public const int MostOfAll = 100;

    /// <summary>Most bytes of one message of a page.</summary>
    public const int LargestMessage = 32 * 1024;

    public static void UseCircuitLimit(this WebApplication app)
    {
        var open = new ConcurrentDictionary<long, int>();
        var all = 0;
        app.Use((context, next) => Visitors.DeviceOf(context.User) is { } device && IsCircuit(context) ? RunAsync(context, device, next) : next(context));

        // By the route: a path may be written in more ways than one.
        static bool IsCircuit(HttpContext context) => context.GetEndpoint()?.Metadata is { } route && route.GetMetadata<HubMetadata>() is not null && route.GetMetadata<NegotiateMetadata>() is null;

        async Task RunAsync(HttpContext context, long device, RequestDelegate next)
        {
            // Polling would open circuits that no connection stands for.
            if (!context.WebSockets.IsWebSocketRequest)
            {
                await TypedResults.Problem("A page's connection is a WebSocket.", statusCode: StatusCodes.Status426UpgradeRequired).ExecuteAsync(context);
                return;
            }

            try
            {
                var own = open.AddOrUpdate(device, 1, (_, count) => count + 1);
                if (Interlocked.Increment(ref all) > MostOfAll || own > MostOfOne)
                {
                    await VisitLimits.Refuse(context, TimeSpan.FromSeconds(10), "Too many pages are open.");
                    return;
                }

                await next(context);
            }
            finally
            {
                open.AddOrUpdate(device, 0, (_, count) => count - 1);
                Interlocked.Decrement(ref all);
            }
        }
    }
}
