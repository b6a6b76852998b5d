using System.Net.WebSockets;
using MnM.Collector;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>/ws/live: the running game to any number of clients; a slow one skips updates, never a start or an end.</summary>
public static partial class LiveSocket
{
    private const int MostBytesFromClient = 4096;

    /// <summary>Maps the socket.</summary>
    public static IEndpointRouteBuilder MapLiveSocket(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ws/live", HandleAsync).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> HandleAsync(
        HttpContext context, Feed<LiveState> feed, LiveMessages messages, TimeProvider time, IHostApplicationLifetime lifetime, ILoggerFactory logs)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return TypedResults.Problem("This address is a WebSocket.", statusCode: StatusCodes.Status426UpgradeRequired);
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var listening = ListenAsync(socket, ended);
        try
        {
            await TellAsync(socket, feed, messages, time, logs.CreateLogger(typeof(LiveSocket)), ended.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // The client left, or MnM stops.
        }

        await ended.CancelAsync();
        await listening;
        await CloseAsync(socket);
        return Results.Empty;
    }

    private static async Task TellAsync(
        WebSocket socket, Feed<LiveState> feed, LiveMessages messages, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        LiveView? told = null;
        var isFirst = true;
        await foreach (var state in feed.WatchAsync(cancellationToken))
        {
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

    /// <summary>Nothing is expected from the client but its close; reading is what notices it.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[MostBytesFromClient];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), ended.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // Told by the end below.
        }

        await ended.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The other side is gone already.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A message about the running game cannot be encoded and is skipped")]
        public static partial void Skipped(ILogger logger, Exception fault);
    }
}
