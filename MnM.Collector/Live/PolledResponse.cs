using System.Text.Json;
using MnM.Collector.Live.Recording;
using MnM.Collector.Matches;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live;

/// <summary>One response of the game, parsed once.</summary>
internal sealed class PolledResponse
{
    private PolledResponse(ReadOnlyMemory<byte> response, JsonDocument document, DateTimeOffset polledAt)
    {
        var root = document.RootElement;
        Response = WithoutMark(response);
        Document = document;
        PolledAt = polledAt;
        Players = root.Member("allPlayers"u8);
        Events = root.Member("events"u8).Member("Events"u8);
        var data = root.Member("gameData"u8);
        GameMode = data.Member("gameMode"u8);
        GameTime = data.Member("gameTime"u8) is { ValueKind: JsonValueKind.Number } time ? time.ReadDouble() : null;
    }

    /// <summary>The response as it was received.</summary>
    public ReadOnlyMemory<byte> Response { get; }
    public JsonDocument Document { get; }
    public DateTimeOffset PolledAt { get; }

    /// <summary>allPlayers, whatever its kind.</summary>
    public JsonElement Players { get; }

    /// <summary>events.Events, whatever its kind.</summary>
    public JsonElement Events { get; }
    public JsonElement GameMode { get; }

    /// <summary>Seconds; null where the response does not tell.</summary>
    public double? GameTime { get; }

    /// <summary>How many events the response lists.</summary>
    public int EventCount => Events.ValueKind == JsonValueKind.Array ? Events.GetArrayLength() : 0;

    /// <summary>Whether anybody is listed.</summary>
    public bool HasPlayers => Players.ValueKind == JsonValueKind.Array && Players.GetArrayLength() > 0;

    /// <summary>Whether this is a running game: somebody plays, a clock runs, and the mode is told. While loading, the client answers without these.</summary>
    public bool IsGame => GameTime is not null && HasPlayers && GameMode.ReadString().Length > 0;

    /// <summary>Whether the game tells that it is over.</summary>
    public bool HasEnd => Events.Items().Any(told => told.Member("EventName"u8).ReadString() == "GameEnd");

    /// <summary>Whether an event is listed that lies after this time, seconds; a spectator's rewind leaves such events.</summary>
    public bool HasEventAfter(double time)
    {
        if (Events.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var told in Events.EnumerateArray())
        {
            if (told.Member("EventTime"u8).ReadDouble() > time)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Riot does not approve that Brawl is collected or shown.</summary>
    public bool IsBrawl => Brawl.Is(GameMode.ReadString(), null);

    /// <summary>Parses a response.</summary>
    /// <exception cref="JsonException">It is not JSON, or was cut off.</exception>
    public static PolledResponse Parse(ReadOnlyMemory<byte> response, DateTimeOffset polledAt) =>
        new(response, JsonDocument.Parse(WithoutMark(response), new JsonDocumentOptions { MaxDepth = DeltaCodec.MaxDepth }), polledAt);

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> response) =>
        response.Span.StartsWith("\uFEFF"u8) ? response[3..] : response;
}
