using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace MnM.Benchmarks.Viewers;

/// <summary>A connection to Blazor's hub, as its script opens one. Calls are sent one after the other.</summary>
internal sealed class HubConnection : IDisposable
{
    private const byte RecordEnd = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private byte[] _buffer = new byte[64 * 1024];
    private int _read;
    private int _used;

    /// <param name="client">Asks for the connection, which bears the same headers as its requests.</param>
    /// <param name="address">Where MnM listens.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<HubConnection> OpenAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        using var negotiated = await client.PostAsync(new Uri(address, "_blazor/negotiate?negotiateVersion=1"), null, cancellationToken);
        negotiated.EnsureSuccessStatusCode();
        var answer = await negotiated.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var token = Uri.EscapeDataString(answer.GetProperty("connectionToken").GetString()!);
        var connection = new HubConnection();
        foreach (var (name, values) in client.DefaultRequestHeaders)
        {
            connection._socket.Options.SetRequestHeader(name, string.Join(", ", values));
        }

        try
        {
            await connection._socket.ConnectAsync(new UriBuilder(new Uri(address, $"_blazor?id={token}")) { Scheme = "ws" }.Uri, cancellationToken);
            await connection.ShakeHandsAsync(cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async Task SendAsync(HubMessage message, CancellationToken cancellationToken) =>
        await _socket.SendAsync(message.ToBytes(), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);

    /// <summary>The next message.</summary>
    /// <exception cref="InvalidOperationException">The hub closed the connection.</exception>
    public async Task<HubMessage> ReadAsync(CancellationToken cancellationToken)
    {
        (int Start, int Length)? found;
        while ((found = HubMessage.FindFirst(_buffer.AsSpan(_used.._read))) is null)
        {
            await FillAsync(cancellationToken);
        }

        var (start, length) = found.Value;
        var message = HubMessage.Read(_buffer.AsSpan(_used + start, length));
        _used += start + length;
        return message;
    }

    public void Dispose() => _socket.Dispose();

    private async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        byte[] wish = [.. """{"protocol":"blazorpack","version":1}"""u8, RecordEnd];
        await _socket.SendAsync(wish, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        int end;
        while ((end = Array.IndexOf(_buffer, RecordEnd, 0, _read)) < 0)
        {
            await FillAsync(cancellationToken);
        }

        if (!_buffer.AsSpan(0, end).SequenceEqual("{}"u8))
        {
            throw new InvalidOperationException("Blazor's hub does not speak blazorpack.");
        }

        _used = end + 1;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_used.._read).CopyTo(_buffer);
        (_read, _used) = (_read - _used, 0);
        if (_read == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_read), cancellationToken);
        if (received.MessageType == WebSocketMessageType.Close)
        {
            throw new InvalidOperationException($"Blazor's hub closed the connection: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
        }

        _read += received.Count;
    }
}
