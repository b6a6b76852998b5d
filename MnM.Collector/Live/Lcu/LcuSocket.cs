using System.Buffers;
using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Lcu;

/// <summary>A change that the League client tells; the receiver disposes it.</summary>
/// <param name="Path">Which of the paths of <see cref="LcuClient"/> has changed.</param>
/// <param name="IsGone">Whether there is no such thing any more.</param>
/// <param name="Frame">The frame that holds <paramref name="Data"/>.</param>
/// <param name="Data">The new value.</param>
internal sealed record LcuEvent(string Path, bool IsGone, JsonDocument Frame, JsonElement Data) : IDisposable
{
    public void Dispose() => Frame.Dispose();
}

/// <summary>The League client's socket: WAMP 1.0, where 5 subscribes to a topic and 8 is an event. Events that were missed are not told again.</summary>
internal sealed class LcuSocket : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>The paths whose changes are told.</summary>
    public static readonly ImmutableArray<string> Topics =
        [LcuClient.Phase, LcuClient.Session, LcuClient.Lobby, LcuClient.ChampSelect, LcuClient.EndOfGame, LcuClient.Account];

    private readonly ClientWebSocket _socket = new();

    private LcuSocket()
    {
    }

    /// <summary>Connects and subscribes.</summary>
    /// <exception cref="WebSocketException">The client does not answer, or refuses.</exception>
    public static async Task<LcuSocket> OpenAsync(HttpMessageInvoker http, ClientAddress address, CancellationToken cancellationToken)
    {
        var opened = new LcuSocket();
        try
        {
            var socket = opened._socket;
            socket.Options.AddSubProtocol("wamp");
            socket.Options.SetRequestHeader("Authorization", LcuClient.Credentials(address).ToString());
            await socket.ConnectAsync(new UriBuilder(address.Url) { Scheme = "wss" }.Uri, http, cancellationToken);
            foreach (var topic in Topics)
            {
                var name = "OnJsonApiEvent" + topic.Replace('/', '_');
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes<object[]>([5, name]), WebSocketMessageType.Text, true, cancellationToken);
            }

            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Each change, until the socket closes. Frames that tell none (the first ones are empty) are passed over.</summary>
    public async IAsyncEnumerable<LcuEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        while (await ReceiveAsync(buffer, cancellationToken))
        {
            if (Parse(buffer.WrittenMemory) is { } told)
            {
                yield return told;
            }

            buffer.ResetWrittenCount();
        }
    }

    /// <summary>The change a frame tells; null where it tells none.</summary>
    public static LcuEvent? Parse(ReadOnlyMemory<byte> frame)
    {
        if (frame.IsEmpty)
        {
            return null;
        }

        JsonDocument document;
        try
        {
            // A copy: the document outlives the buffer.
            document = JsonDocument.Parse(frame.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }

        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() >= 3 && root[0].ReadInt() == 8)
        {
            var told = root[2];
            var kind = told.Member("eventType"u8).ReadString();
            return new LcuEvent(
                told.Member("uri"u8).ReadString(), kind.Equals("Delete", StringComparison.OrdinalIgnoreCase), document, told.Member("data"u8));
        }

        document.Dispose();
        return null;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReceiveAsync(ArrayBufferWriter<byte> buffer, CancellationToken cancellationToken)
    {
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.GetMemory(8 * 1024), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            buffer.Advance(part.Count);
            if (buffer.WrittenCount > MostBytes)
            {
                throw new WebSocketException(WebSocketError.Faulted, $"a message is larger than {MostBytes / 1024 / 1024} MB");
            }
        }
        while (!part.EndOfMessage);

        return true;
    }
}
