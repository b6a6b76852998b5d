using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using MnM.Simulator.Faults;

namespace MnM.Simulator.Lcu;

/// <summary>One program at the League client's socket: WAMP 1.0, of which only subscribing and events are used.</summary>
internal sealed class WampSession(Stream connection, FaultPlan faults, Action heard)
{
    private const int Subscribe = 5;
    private const int Unsubscribe = 6;
    private readonly WebSocket _socket = WebSocket.CreateFromStream(
        connection, new WebSocketCreationOptions { IsServer = true, SubProtocol = "wamp", KeepAliveInterval = TimeSpan.Zero });
    private readonly Channel<byte[]> _frames = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private readonly List<string> _topics = [];
    private bool _welcomed;

    /// <summary>Runs until the other side leaves, the connection breaks or the token is cancelled; it ends without a farewell then, as the client does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (receiving, sending) = (ReceiveAsync(ending.Token), SendAsync(ending.Token));
        await Task.WhenAny(receiving, sending).ConfigureAwait(false);
        await ending.CancelAsync();
        await Task.WhenAll(receiving, sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
    }

    /// <summary>How many topics it is subscribed to.</summary>
    public int Topics
    {
        get
        {
            lock (_lock)
            {
                return _topics.Count;
            }
        }
    }

    public void Tell(LcuEvent one)
    {
        lock (_lock)
        {
            foreach (var topic in _topics.Where(one.IsOf))
            {
                _frames.Writer.TryWrite(one.Frame(topic));
            }
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
                return;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                Hear(buffer.AsSpan(0, length));
                length = 0;
            }
            else if (length == buffer.Length)
            {
                return;
            }
        }
    }

    private void Hear(ReadOnlySpan<byte> message)
    {
        if (Parse(message) is not var (kind, topic))
        {
            return;
        }

        heard();
        lock (_lock)
        {
            if (kind == Subscribe && !_topics.Contains(topic))
            {
                _topics.Add(topic);
            }
            else if (kind == Unsubscribe)
            {
                _topics.Remove(topic);
            }

            if (!_welcomed)
            {
                _welcomed = true;
                _frames.Writer.TryWrite([]);
            }
        }
    }

    private static (int Kind, string Topic)? Parse(ReadOnlySpan<byte> message)
    {
        try
        {
            var reader = new Utf8JsonReader(message);
            using var call = JsonDocument.ParseValue(ref reader);
            return call.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 2
                && list[0].ValueKind == JsonValueKind.Number && list[0].TryGetInt32(out var kind) && list[1].ValueKind == JsonValueKind.String
                ? (kind, list[1].GetString()!)
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The client does not answer what it does not understand.
            return null;
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await foreach (var frame in _frames.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var fault = frame.Length > 0 ? faults.NextOfFrame() : null;
            if (fault == Fault.SocketCut)
            {
                await CutAsync(frame, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (fault == Fault.EmptyFrames)
            {
                await _socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, cancellationToken).ConfigureAwait(false);
            }

            await _socket.SendAsync(frame, WebSocketMessageType.Text, true, cancellationToken).ConfigureAwait(false);
        }
    }

    // The head says the whole length; half of the text follows, and then the connection ends.
    private async Task CutAsync(byte[] frame, CancellationToken cancellationToken)
    {
        byte[] head = [0x81, 127, 0, 0, 0, 0, (byte)(frame.Length >> 24), (byte)(frame.Length >> 16), (byte)(frame.Length >> 8), (byte)frame.Length];
        await connection.WriteAsync(head, cancellationToken).ConfigureAwait(false);
        await connection.WriteAsync(frame.AsMemory(0, frame.Length / 2), cancellationToken).ConfigureAwait(false);
        await connection.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
