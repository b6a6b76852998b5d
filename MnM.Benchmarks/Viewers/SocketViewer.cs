using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;

namespace MnM.Benchmarks.Viewers;

/// <summary>A client of /ws/live.</summary>
internal sealed class SocketViewer(string name, Uri address, Action<Sighting> seen) : Viewer(name, seen)
{
    private byte[] _message = new byte[128 * 1024];

    public override async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(new Uri(address, "ws/live")) { Scheme = "ws" }.Uri, cancellationToken);
        while (true)
        {
            var length = await ReceiveAsync(socket, cancellationToken);
            var at = TimeProvider.System.GetUtcNow();
            using var message = JsonDocument.Parse(_message.AsMemory(0, length));
            if (message.RootElement.GetProperty("data").GetProperty("is_in_game").GetBoolean())
            {
                var polledAt = DateTimeOffset.Parse(message.RootElement.GetProperty("polled_at").GetString()!, CultureInfo.InvariantCulture);
                See(message.RootElement.GetProperty("sequence").GetInt32(), at, polledAt);
            }
        }
    }

    private async Task<int> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(_message.AsMemory(length), cancellationToken);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException("MnM closed a socket.");
            }

            if (received.EndOfMessage)
            {
                return length;
            }

            if (length == _message.Length)
            {
                Array.Resize(ref _message, length * 2);
            }
        }
    }
}
