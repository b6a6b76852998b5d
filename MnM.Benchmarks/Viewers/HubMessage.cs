namespace MnM.Benchmarks.Viewers;

/// <summary>A message of a SignalR hub. The numbers are those of its MessagePack protocol, which Blazor calls blazorpack.</summary>
/// <seealso href="https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md"/>
internal abstract record HubMessage
{
    private const long InvocationKind = 1;
    private const long CompletionKind = 3;
    private const long PingKind = 6;
    private const long CloseKind = 7;

    private HubMessage()
    {
    }

    /// <summary>A call; without an id nobody waits for its answer.</summary>
    internal sealed record Invocation(string? Id, string Target, object?[] Arguments) : HubMessage;

    /// <summary>The answer to a call.</summary>
    internal sealed record Completion(string Id, string? Error, object? Result) : HubMessage;

    internal sealed record Ping : HubMessage;

    internal sealed record Close(string? Error) : HubMessage;

    /// <summary>The message with its length in front.</summary>
    public byte[] ToBytes()
    {
        var writer = new MessagePackWriter();
        var headers = new Dictionary<string, object?>();
        writer.Write(this switch
        {
            Invocation call => new object?[] { InvocationKind, headers, call.Id, call.Target, call.Arguments, Array.Empty<object?>() },
            Ping => new object?[] { PingKind },
            _ => throw new InvalidOperationException($"A viewer does not send a {GetType().Name}."),
        });
        return [.. Length(writer.Written.Length), .. writer.Written];
    }

    /// <param name="bytes">One message without its length.</param>
    /// <exception cref="FormatException">It is no message that a viewer knows.</exception>
    public static HubMessage Read(ReadOnlySpan<byte> bytes) => new MessagePackReader(bytes).Read() switch
    {
        object?[] and [InvocationKind, _, var id, string target, object?[] arguments, ..] => new Invocation((string?)id, target, arguments),
        object?[] and [CompletionKind, _, string id, 1L, var error] => new Completion(id, (string?)error, null),
        object?[] and [CompletionKind, _, string id, _, .. var result] => new Completion(id, null, result is [var value] ? value : null),
        object?[] and [PingKind] => new Ping(),
        object?[] and [CloseKind, var error, ..] => new Close((string?)error),
        _ => throw new FormatException("Blazor's hub sent a message that is not known here."),
    };

    /// <summary>Finds the first whole message: how many bytes its length takes and how many the message; null while it is not all there.</summary>
    public static (int Start, int Length)? FindFirst(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var n = 0; n < bytes.Length && n < 5; n++)
        {
            length |= (bytes[n] & 0x7f) << (7 * n);
            if ((bytes[n] & 0x80) == 0)
            {
                return bytes.Length - n - 1 >= length ? (n + 1, length) : null;
            }
        }

        return null;
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    private static List<byte> Length(int length)
    {
        var bytes = new List<byte>();
        do
        {
            bytes.Add((byte)((length & 0x7f) | (length > 0x7f ? 0x80 : 0)));
            length >>= 7;
        }
        while (length > 0);

        return bytes;
    }
}
