using System.Net.WebSockets;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.Live;

/// <summary>/ws/live: the running game to any number of clients; a slow one skips updates, never a start or an end.</summary>
public static partial class LiveSocket
{
    /// <summary>Maps the socket.</summary>
    public static IEndpointRouteBuilder MapLiveSocket(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ws/live", HandleAsync).ForViewers().ExcludeFromDescription();
        return routes;
    }

    private static Task<IResult> HandleAsync(HttpContext context, Feed<LiveState> feed, SharedGames shared, LiveMessages messages, TimeProvider time, ILoggerFactory logs) =>
        TellingSocket.RunAsync(context, async (socket, cancellationToken) =>
        {
            await TellAsync(socket, feed, state => shared.Of(state, context.User), messages, time, logs.CreateLogger(typeof(LiveSocket)), cancellationToken);
            return null;
        });

    private static async Task TellAsync(
        WebSocket socket, Feed<LiveState> feed, Func<LiveState, LiveState> share, LiveMessages messages, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        LiveView? told = null;
        var isFirst = true;
        await foreach (var published in feed.WatchAsync(cancellationToken))
        {
            var state = share(published);
            var game = state.RunningGame;
            if (told is not null && told.GameId != game?.GameId)
            {
                // The last poll of a game that ended is the result; it may be newer than what this client saw.
                var result = state.Game?.GameId == told.GameId ? state.Game : told;
                await SendAsync(socket, () => messages.Message("game_end", result), logger, cancellationToken);
            }

            if (game is not null && !ReferenceEquals(game, told))
            {
                var type = told?.GameId == game.GameId || isFirst ? "game_update" : "game_start";
                await SendAsync(socket, () => messages.Message(type, game), logger, cancellationToken);
            }
            else if (isFirst)
            {
                await SendAsync(socket, () => LiveMessages.NoGame(time.GetUtcNow()), logger, cancellationToken);
            }

            told = game;
            isFirst = false;
        }
    }

    private static async Task SendAsync(WebSocket socket, Func<ReadOnlyMemory<byte>> encode, ILogger logger, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> message;
        try
        {
            message = encode();
        }
        catch (Exception fault)
        {
            // The next poll may be sound again; a socket that died for this one would miss it.
            Log.Skipped(logger, fault);
            return;
        }

        await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A message about the running game cannot be encoded and is skipped")]
        public static partial void Skipped(ILogger logger, Exception fault);
    }
}
