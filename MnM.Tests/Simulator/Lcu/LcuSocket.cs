using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace MnM.Tests.Simulator.Lcu;

/// <summary>A program at the League client's socket.</summary>
internal sealed class LcuSocket : IDisposable
{
    public const string Everything = "OnJsonApiEvent";

    private readonly ClientWebSocket _socket = new();

    public string? Protocol => _socket.SubProtocol;

    public static async Task<LcuSocket> ConnectAsync(Uri address, string authorization, HttpMessageInvoker through)
    {
        var socket = new LcuSocket();
        socket._socket.Options.AddSubProtocol("wamp");
        socket._socket.Options.SetRequestHeader("Authorization", authorization);
        await socket._socket.ConnectAsync(address, through, LcuMachine.Soon);
        return socket;
    }

    /// <summary>Subscribes first of all, and takes the empty frame that follows.</summary>
    public async Task BeginAsync(string topic = Everything)
    {
        await SendAsync($"[5,\"{topic}\"]");
        Assert.Equal("", await ReceiveAsync());
    }

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, LcuMachine.Soon);

    public async Task<string> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), LcuMachine.Soon);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    /// <summary>The next event: what of, what happened, and the data as text.</summary>
    public async Task<(string Uri, string Type, string Data)> NextAsync()
    {
        var frame = JsonNode.Parse(await ReceiveAsync())!.AsArray();
        Assert.Equal(8, (int)frame[0]!);
        return ((string)frame[2]!["uri"]!, (string)frame[2]!["eventType"]!, frame[2]!["data"]?.ToJsonString() ?? "null");
    }

    /// <summary>Leaves with the farewell that a WebSocket knows.</summary>
    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, LcuMachine.Soon);

    public void Dispose() => _socket.Dispose();
}
