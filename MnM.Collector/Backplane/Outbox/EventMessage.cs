using System.Buffers;
using System.Text.Json;

namespace MnM.Collector.Backplane.Outbox;

/// <summary>An event as it leaves MnM, the same on every way: its number, what happened, when, and what it tells.</summary>
public static class EventMessage
{
    /// <summary>JSON in UTF-8.</summary>
    public static byte[] Encode(OutboxEvent told) => Encode(told.Id, told.Kind, told.At, told.Payload);

    /// <inheritdoc cref="Encode(OutboxEvent)"/>
    internal static byte[] Encode(long id, string kind, DateTimeOffset at, string payload)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", id);
            writer.WriteString("type", kind);
            writer.WriteString("at", at);
            writer.WritePropertyName("data");
            writer.WriteRawValue(payload);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
