using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Tft.Rows;

/// <summary>
/// Reads a match of tft-match-v1 for rows. Strict where a wrong value would be counted (places, who is on a board, with which items), lenient elsewhere:
/// other figures that are missing or out of range are brought into it. Of a key that is there twice the last one counts, as everywhere in MnM.
/// </summary>
internal static class FlatMatchReader
{
    private const int MostBoards = 8;

    /// <summary>More than any set lets be on a board; what has more is no board.</summary>
    private const int MostOnBoard = 100;
    private const int LongestName = 128;

    /// <param name="matchId">The id it is stored by.</param>
    /// <param name="json">UTF-8, as it came.</param>
    public static FlatReading Read(string matchId, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var info = document.RootElement.Member("info"u8);
            return info.Member("endOfGameResult"u8).ReadString().StartsWith("Abort", StringComparison.OrdinalIgnoreCase)
                ? new FlatReading.CalledOff()
                : new FlatReading.Rows(Match(matchId, info));
        }
        catch (JsonException)
        {
            return new FlatReading.Unfit("Its JSON is damaged.");
        }
        catch (UnfitException unfit)
        {
            return new FlatReading.Unfit(unfit.Message);
        }
    }

    private static NamedMatch Match(string matchId, JsonElement info)
    {
        if (info.ValueKind != JsonValueKind.Object)
        {
            throw new UnfitException("It is no match: it has no \"info\".");
        }

        var boards = Objects(info.Member("participants"u8), "participants", MostBoards, Board);
        if (boards.Length < 2)
        {
            throw new UnfitException(Say($"It has {boards.Length} boards; there must be two at least."));
        }

        if (boards.Select(board => board.Placement).Distinct().Count() < boards.Length)
        {
            throw new UnfitException($"Two boards have the same place: {string.Join(", ", boards.Select(board => board.Placement).Order())}.");
        }

        var end = RiotTime.Of(info.Member("game_datetime"u8).ReadLong()) ?? throw new UnfitException("It does not say when it was played.");
        var parts = matchId.Split('_', 2);
        return new(
            matchId,
            long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : info.Member("gameId"u8).ReadLong(),
            parts[0].ToLowerInvariant(),
            info.Member("game_version"u8).ReadString(),
            end,
            info.Member("tft_set_number"u8).ReadCount(),
            info.Member("queueId"u8).ReadInt(info.Member("queue_id"u8).ReadInt()),
            boards);
    }

    private static NamedBoard Board(JsonElement person)
    {
        var placement = person.Member("placement"u8).ReadInt();
        return placement is >= 1 and <= MostBoards
            ? new(
                Puuid.Find(person.Member("puuid"u8).ReadString())?.Value,
                placement,
                Small(person.Member("level"u8)),
                Small(person.Member("last_round"u8)),
                int.Clamp(person.Member("gold_left"u8).ReadInt(), 0, ushort.MaxValue),
                Objects(person.Member("units"u8), "units", MostOnBoard, Unit),
                Objects(person.Member("traits"u8), "traits", MostOnBoard, Trait))
            : throw new UnfitException(Say($"A board has the place {placement}; there are only 1 to {MostBoards}."));
    }

    private static NamedUnit Unit(JsonElement unit)
    {
        // The first sets named units and numbered their items.
        var id = unit.Member("character_id"u8).ReadString(unit.Member("name"u8).ReadString());
        var items = unit.Member("itemNames"u8) is { ValueKind: JsonValueKind.Array } names ? names : unit.Member("items"u8);
        return new(Name(id, "unit"), Small(unit.Member("tier"u8)), Small(unit.Member("rarity"u8)), All(items, "items", MostOnBoard, Item));
    }

    private static string Item(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => Name(item.ReadString(), "item"),
        JsonValueKind.Number when item.TryGetInt32(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new UnfitException("An item is neither a name nor a number."),
    };

    private static NamedTrait Trait(JsonElement trait) => new(
        Name(trait.Member("name"u8).ReadString(), "trait"), Small(trait.Member("num_units"u8)), Small(trait.Member("style"u8)), Small(trait.Member("tier_current"u8)));

    private static string Name(string name, string of) => name.Length switch
    {
        0 => throw new UnfitException($"One {of} has no name."),
        > LongestName => throw new UnfitException($"The name of one {of} is longer than any of Riot’s."),
        _ when name.Any(char.IsControl) => throw new UnfitException($"The name of one {of} has a control character in it."),
        _ => name,
    };

    private static int Small(JsonElement number) => int.Clamp(number.ReadInt(), 0, byte.MaxValue);

    private static ImmutableArray<T> Objects<T>(JsonElement list, string name, int most, Func<JsonElement, T> read) =>
        All(list, name, most, one => one.ValueKind == JsonValueKind.Object ? read(one) : throw new UnfitException($"Its list \"{name}\" has something else in it."));

    /// <summary>A list that is missing is empty; a part that is something else must not be passed over.</summary>
    private static ImmutableArray<T> All<T>(JsonElement list, string name, int most, Func<JsonElement, T> read) => list.ValueKind switch
    {
        JsonValueKind.Array when list.GetArrayLength() <= most => [.. list.EnumerateArray().Select(read)],
        JsonValueKind.Array => throw new UnfitException(Say($"Its list \"{name}\" has {list.GetArrayLength()} parts; {most} is the most.")),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => throw new UnfitException($"Its \"{name}\" is no list."),
    };

    private static string Say(FormattableString text) => FormattableString.Invariant(text);

    private sealed class UnfitException(string fault) : Exception(fault);
}
