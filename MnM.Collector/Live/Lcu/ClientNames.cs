using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Lcu;

/// <summary>Names as the League client writes them, by era: gameName with tagLine, riotIdGameName with riotIdTagLine, or the old summonerName.</summary>
internal static class ClientNames
{
    /// <summary>Name#TAG, the old name, or an empty text.</summary>
    public static string Of(JsonElement person) =>
        RiotId(person.Member("gameName"u8), person.Member("tagLine"u8))
        ?? RiotId(person.Member("riotIdGameName"u8), person.Member("riotIdTagLine"u8))
        ?? person.Member("summonerName"u8).ReadString();

    private static string? RiotId(JsonElement name, JsonElement tag) =>
        name.ReadString() is not { Length: > 0 } first ? null : tag.ReadString() is { Length: > 0 } second ? $"{first}#{second}" : first;
}
