using System.Globalization;
using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Tracking;
using MnM.Web.Shell;

namespace MnM.Web.Tracking;

/// <summary>/ws/tracking: every event after a number in its order, then each new one. A client that goes on after the last number it has handled misses nothing.</summary>
public static class TrackingSocket
{
    private const int EventsAtOnce = 100;

    /// <summary>Maps the socket.</summary>
    public static IEndpointRouteBuilder MapTrackingSocket(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ws/tracking", HandleAsync).ExcludeFromDescription();
        return routes;
    }

    private static Task<IResult> HandleAsync(HttpContext context, EventStore events, EventWatch watch, IOptions<TrackingOptions> options) =>
        TellingSocket.RunAsync(context, async (socket, cancellationToken) =>
        {
            if (!options.Value.EmitEvents)
            {
                return "EMIT_EVENTS is false: this MnM sends no events.";
            }

            var (after, fault) = await FindStartAsync(context.Request.Query["after"], events, cancellationToken);
            if (fault is null)
            {
                await TellAsync(socket, after, events, watch, cancellationToken);
            }

            return fault;
        });

    /// <summary>Where to begin; a reason of at most 123 bytes, as a close may bear, where that cannot be.</summary>
    private static async Task<(long After, string? Fault)> FindStartAsync(string? text, EventStore events, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(text))
        {
            return (0, null);
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
        {
            return (0, "after is the number of an event, for example 0 or 17.");
        }

        var last = await events.LastIdAsync(cancellationToken);
        return (after, after <= last ? null : FormattableString.Invariant($"There is no event {after} yet; the latest is {last}."));
    }

    private static async Task TellAsync(WebSocket socket, long after, EventStore events, EventWatch watch, CancellationToken cancellationToken)
    {
        // The feed only wakes: what is told comes from the table, so that a skipped value loses nothing.
        await foreach (var _ in watch.Heads.WatchAsync(cancellationToken))
        {
            for (var isMore = true; isMore;)
            {
                var found = await events.AfterAsync(after, EventsAtOnce, cancellationToken);
                foreach (var told in found)
                {
                    await socket.SendAsync(EventMessage.Encode(told).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                    after = told.Id;
                }

                isMore = found.Length == EventsAtOnce;
            }
        }
    }
}
