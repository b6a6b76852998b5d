using System.Collections.Concurrent;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.SignalR;
using MnM.Web.Security;

namespace MnM.Web.Sharing;

/// <summary>How much devices may have open: pages, each of which takes some megabytes here, and beside them sockets and streams of events.</summary>
internal static class OpenLimit
{
    /// <summary>Most pages of one device, and most sockets and streams.</summary>
    public const int MostOfOne = 8;

    /// <summary>Most pages of all devices, and most sockets and streams.</summary>
    public const int MostOfAll = 100;

    /// <summary>Most bytes of one message of a page.</summary>
    public const int LargestMessage = 32 * 1024;

    public static void UseOpenLimit(this WebApplication app)
    {
        Counter pages = new("Too many pages are open."), streams = new("Too many sockets and streams are open.");
        app.Use((context, next) => Visitors.DeviceOf(context.User) is not { } device ? next(context)
            : IsPage(context) ? PassPageAsync(context, device, next)
            : IsStream(context) ? streams.PassAsync(context, device, next)
            : next(context));

        // Polling would open circuits that no connection stands for.
        Task PassPageAsync(HttpContext context, long device, RequestDelegate next) => context.WebSockets.IsWebSocketRequest
            ? pages.PassAsync(context, device, next)
            : TypedResults.Problem("A page's connection is a WebSocket.", statusCode: StatusCodes.Status426UpgradeRequired).ExecuteAsync(context);
    }

    // By the route: a path may be written in more ways than one.
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } route && route.GetMetadata<HubMetadata>() is not null && route.GetMetadata<NegotiateMetadata>() is null;

    private static bool IsStream(HttpContext context) => context.WebSockets.IsWebSocketRequest
        || context.GetEndpoint()?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.ContentTypes.Contains(MediaTypeNames.Text.EventStream)) is true;

    private sealed class Counter(string refusal)
    {
        private readonly ConcurrentDictionary<long, int> _open = new();
        private int _all;

        public async Task PassAsync(HttpContext context, long device, RequestDelegate next)
        {
            try
            {
                var own = _open.AddOrUpdate(device, 1, (_, count) => count + 1);
                if (Interlocked.Increment(ref _all) > MostOfAll || own > MostOfOne)
                {
                    await VisitLimits.Refuse(context, TimeSpan.FromSeconds(10), refusal);
                    return;
                }

                await next(context);
            }
            finally
            {
                _open.AddOrUpdate(device, 0, (_, count) => count - 1);
                Interlocked.Decrement(ref _all);
            }
        }
    }
}
