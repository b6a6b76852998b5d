using System.Buffers;
using System.Globalization;
using System.Text.Json;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>Encodes the running game for endpoints and sockets, once per poll for all of them.</summary>
public sealed class LiveMessages
{
    private const int RecentEvents = 20;
    private readonly Lock _gate = new();
    private (LiveView Game, byte[] Bytes) _state;
    private (LiveView Game, string Type, byte[] Bytes) _message;

    /// <summary>The shape of /api/games/live: MnM's own fields in snake_case, Riot's objects as Riot made them.</summary>
    public ReadOnlyMemory<byte> State(LiveView game)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_state.Game, game))
            {
                _state = (game, Encode(writer => WriteState(writer, game)));
            }

            return _state.Bytes;
        }
    }

    /// <summary>The shape of <see cref="State"/> for a poll of a recording, which nobody else asks for.</summary>
    public static ReadOnlyMemory<byte> Recorded(LiveView game) => Encode(writer => WriteState(writer, game));

    /// <summary>A message of /ws/live about a game: game_start, game_update or game_end.</summary>
    public ReadOnlyMemory<byte> Message(string type, LiveView game)
    {
        var state = State(game);
        lock (_gate)
        {
            if (!ReferenceEquals(_message.Game, game) || _message.Type != type)
            {
                _message = (game, type, Encode(writer => WriteMessage(writer, type, game.Sequence, game.PolledAt, state.Span)));
            }

            return _message.Bytes;
        }
    }

    /// <summary>The game_update of a socket that connects while no game runs.</summary>
    public static ReadOnlyMemory<byte> NoGame(DateTimeOffset now) => Encode(writer => WriteMessage(writer, "game_update", 0, now,
        """{"is_in_game":false,"game_id":null,"game_time":null,"players":[],"active_player":null,"game_stats":null,"recent_events":[]}"""u8));

    private static byte[] Encode(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, string type, int sequence, DateTimeOffset polledAt, ReadOnlySpan<byte> data)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteNumber("sequence", sequence);
        writer.WriteString("polled_at", polledAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        writer.WritePropertyName("data");
        writer.WriteRawValue(data, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, LiveView game)
    {
        using var response = JsonDocument.Parse(game.Response, new JsonDocumentOptions { MaxDepth = 256 });
        var root = response.RootElement;
        writer.WriteStartObject();
        writer.WriteBoolean("is_in_game", true);
        writer.WriteNumber("game_id", game.GameId);
        writer.WriteNumber("game_time", game.GameTime);
        writer.WriteStartArray("players");
        WritePlayers(writer, Member(root, "allPlayers"), game);
        writer.WriteEndArray();
        Write(writer, "active_player", Member(root, "activePlayer"));
        Write(writer, "game_stats", Member(root, "gameData"));
        writer.WriteStartArray("recent_events");
        if (Member(Member(root, "events"), "Events") is { ValueKind: JsonValueKind.Array } events)
        {
            foreach (var told in events.EnumerateArray().Skip(Math.Max(0, events.GetArrayLength() - RecentEvents)))
            {
                told.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePlayers(Utf8JsonWriter writer, JsonElement people, LiveView game)
    {
        if (people.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var place = 0;
        foreach (var person in people.EnumerateArray())
        {
            writer.WriteStartObject();
            if (place < game.SlotsInResponse.Length)
            {
                writer.WriteNumber("slot", game.SlotsInResponse[place]);
            }

            place++;
            if (person.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in person.EnumerateObject())
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
