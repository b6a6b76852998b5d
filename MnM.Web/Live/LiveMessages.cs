using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
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
        using var response = JsonDocument.Parse(Compact(game.Response.Span), new JsonDocumentOptions { MaxDepth = 256 });
        var root = response.RootElement;
        writer.WriteStartObject();
        writer.WriteBoolean("is_in_game", true);
        writer.WriteNumber("game_id", game.GameId);
        writer.WriteNumber("game_time", double.IsFinite(game.GameTime) ? game.GameTime : 0);
        writer.WriteStartArray("players");
        WritePlayers(writer, Member(root, "allPlayers"u8), game);
        writer.WriteEndArray();
        Write(writer, "active_player", Member(root, "activePlayer"u8));
        Write(writer, "game_stats", Member(root, "gameData"u8));
        writer.WriteStartArray("recent_events");
        if (Member(Member(root, "events"u8), "Events"u8) is { ValueKind: JsonValueKind.Array } events)
        {
            foreach (var told in events.EnumerateArray().Skip(Math.Max(0, events.GetArrayLength() - RecentEvents)))
            {
                WriteRaw(writer, told);
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
            writer.WriteRawValue(WithSlot(place < game.SlotsInResponse.Length ? game.SlotsInResponse[place] : null, person), skipInputValidation: true);
            place++;
        }
    }

    /// <summary>Riot's object with our slot as its first member; an object of its own where Riot's is none.</summary>
    private static byte[] WithSlot(int? slot, JsonElement person)
    {
        var members = person.ValueKind == JsonValueKind.Object ? JsonMarshal.GetRawUtf8Value(person)[1..] : "}"u8;
        var start = slot is { } at ? string.Create(CultureInfo.InvariantCulture, $"{{\"slot\":{at}{(members.Length > 1 ? "," : "")}") : "{";
        return [.. Encoding.ASCII.GetBytes(start), .. members];
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
            WriteRaw(writer, value);
        }
    }

    // Read and written anew, half a surrogate pair would throw and take the whole message with it.
    private static void WriteRaw(Utf8JsonWriter writer, JsonElement value) => writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);

    private static JsonElement Member(JsonElement element, ReadOnlySpan<byte> name)
    {
        JsonElement found = default;
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(name))
                {
                    found = member.Value;
                }
            }
        }

        return found;
    }

    /// <summary>JSON without the blanks between its parts and without a byte order mark. Its texts stay, but for bytes that are no UTF-8, for which clients would leave.</summary>
    private static ReadOnlyMemory<byte> Compact(ReadOnlySpan<byte> json)
    {
        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (!Utf8.IsValid(json))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        }

        var compact = new byte[json.Length];
        var (length, inText, escaped) = (0, false, false);
        foreach (var sign in json)
        {
            if (inText || sign is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                compact[length++] = sign;
            }

            inText = sign == (byte)'"' && !escaped ? !inText : inText;
            escaped = inText && sign == (byte)'\\' && !escaped;
        }

        return compact.AsMemory(0, length);
    }
}
