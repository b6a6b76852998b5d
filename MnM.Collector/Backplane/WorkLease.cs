using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MnM.Collector.Backplane;

/// <summary>An item that a worker holds for a time.</summary>
internal sealed record WorkLease
{
    /// <summary>The item's number.</summary>
    public required long Id { get; init; }

    /// <summary>The lease's number: of all that were given on this item, the latest alone counts.</summary>
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required WorkGroup Group { get; init; }
    public string? Payload { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why the attempt before did not do it.</summary>
    public string? LastReason { get; init; }

    /// <summary>The payload as the type it was made from.</summary>
    /// <exception cref="DamagedPayloadException">It cannot be read as that.</exception>
    public T ReadPayload<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return (Payload is null ? null : JsonSerializer.Deserialize(Payload, type)) ?? throw new DamagedPayloadException(this, null);
        }
        catch (JsonException fault)
        {
            throw new DamagedPayloadException(this, fault);
        }
    }
}

/// <summary>The payload of an item cannot be read, and no repetition mends it.</summary>
internal sealed class DamagedPayloadException(WorkLease lease, JsonException? inner)
    : Exception($"The payload of {lease.Kind} {lease.Key} cannot be read: {inner?.Message ?? "it is empty"}", inner);
