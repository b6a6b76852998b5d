using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Matches;

/// <summary>Reads what one of a match of tft-match-v1 had on the board.</summary>
internal static class TftBoardReader
{
    /// <summary>The board of whoever has one of the ids; null where none of them played, and where the JSON is no match.</summary>
    public static TftBoard? Find(ReadOnlyMemory<byte> json, IReadOnlySet<string> puuids)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var person in document.RootElement.Member("info"u8).Member("participants"u8).Items())
            {
                if (puuids.Contains(person.Member("puuid"u8).ReadString()))
                {
                    return Board(person);
                }
            }
        }
        catch (JsonException)
        {
            // Kept raw, and told in the list of what does not fit.
        }

        return null;
    }

    private static TftBoard Board(JsonElement person) => new(
        person.Member("placement"u8).ReadCount(),
        person.Member("level"u8).ReadCount(),
        [
            .. person.Member("units"u8).Items().Select(unit => new TftBoardUnit(
                unit.Member("character_id"u8).ReadString(),
                unit.Member("tier"u8).ReadCount(),
                [.. unit.Member("itemNames"u8).Items().Select(item => item.ReadString()).Where(item => item.Length > 0).Order(StringComparer.Ordinal)]))
                .Where(unit => unit.Id.Length > 0),
        ],
        [
            .. person.Member("traits"u8).Items()
                .Select(trait => new TftBoardTrait(trait.Member("name"u8).ReadString(), trait.Member("num_units"u8).ReadCount(), trait.Member("tier_current"u8).ReadCount()))
                .Where(trait => trait.Id.Length > 0),
        ]);
}

/// <summary>What somebody had at the end, in Riot's ids.</summary>
/// <param name="Placement">From 1, the best.</param>
/// <param name="Level">Of the board.</param>
/// <param name="Units">The same one may be there twice.</param>
/// <param name="Traits">Active or not.</param>
public sealed record TftBoard(int Placement, int Level, ImmutableArray<TftBoardUnit> Units, ImmutableArray<TftBoardTrait> Traits);

/// <summary>A unit on a board.</summary>
public sealed record TftBoardUnit(string Id, int Star, ImmutableArray<string> Items);

/// <summary>A trait of a board; <paramref name="Tier"/> is the step that it reaches, 0 for none.</summary>
public sealed record TftBoardTrait(string Id, int Units, int Tier);
