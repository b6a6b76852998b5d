using System.Net.WebSockets;

namespace MnM.Web.Shell;

/// <summary>A socket on which MnM alone speaks. It ends when the client leaves, when MnM stops, or when nothing more is told.</summary>
internal static class TellingSocket
{
    private const int MostBytesFromClient = 4096;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>Answers a request for a socket.</summary>
    /// <param name="context">The request.</param>
    /// <param name="tell">Speaks until it is cancelled; what it answers is why the client is sent away, null for no reason.</param>
    public static async Task<IResult> RunAsync(HttpContext context, Func<WebSocket, CancellationToken, Task<string?>> tell)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return TypedResults.Problem("This address is a WebSocket.", statusCode: StatusCodes.Status426UpgradeRequired);
        }

        var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var listening = ListenAsync(socket, ended);
        string? reason = null;
        try
        {
            reason = await tell(socket, ended.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // The client left, or MnM stops.
        }

        if (reason is null)
        {
            // Cancelled reading aborts the socket: only who is told a reason is waited for.
            await ended.CancelAsync();
            await listening;
            await CloseAsync(socket, WebSocketCloseStatus.NormalClosure, null);
            return Results.Empty;
        }

        await CloseAsync(socket, WebSocketCloseStatus.PolicyViolation, reason);
        ended.CancelAfter(Farewell);
        await listening;
        return Results.Empty;
    }

    /// <summary>Nothing is expected from the client but its close; reading is what notices it. Who sends more than a little ends the socket.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[MostBytesFromClient];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), ended.Token) is { EndOfMessage: true, MessageType: not WebSocketMessageType.Close })
            {
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // Told by the end below.
        }

        await ended.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string? reason)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            await socket.CloseOutputAsync(status, reason, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The other side is gone already.
        }
    }
}
