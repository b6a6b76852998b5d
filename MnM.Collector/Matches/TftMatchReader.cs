using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Matches;

/// <summary>Reads a match of tft-match-v1. What is missing or of a wrong kind is left at nothing.</summary>
internal static class TftMatchReader
{
    private const int LongestMatch = 24 * 3600;

    /// <summary>The match and its people; null where the JSON is no match, or another one.</summary>
    /// <param name="matchId">The id it was asked for by.</param>
    /// <param name="json">UTF-8, as it came.</param>
    /// <param name="fetchedAt">When that was.</param>
    public static ReadTftMatch? Read(string matchId, ReadOnlyMemory<byte> json, DateTimeOffset fetchedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var told = document.RootElement.Member("metadata"u8).Member("match_id"u8).ReadString();
            return told.Length == 0 || told.Equals(matchId, StringComparison.OrdinalIgnoreCase) ? Read(matchId, document.RootElement.Member("info"u8), fetchedAt) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadTftMatch? Read(string matchId, JsonElement info, DateTimeOffset fetchedAt)
    {
        var people = info.Member("participants"u8).Items().Where(person => person.ValueKind == JsonValueKind.Object).ToList();
        var endReason = info.Member("endOfGameResult"u8).ReadString();
        var match = new TftMatch
        {
            Id = matchId,
            Platform = matchId.Split('_')[0].ToLowerInvariant(),
            QueueId = info.Member("queueId"u8).ReadInt(info.Member("queue_id"u8).ReadInt()),
            SetNumber = info.Member("tft_set_number"u8).ReadInt(),
            GameDatetime = RiotTime.Of(info.Member("game_datetime"u8).ReadLong()),
            DurationSeconds = (int)Math.Clamp(info.Member("game_length"u8).ReadDouble(), 0, LongestMatch),
            EndReason = endReason.Length > 0 ? endReason : null,
            FetchedAt = fetchedAt,
        };

        // A match that was called off may have nobody in it.
        return people.Count > 0 || match.IsAborted ? new ReadTftMatch(match, [.. people.Select(Participant)]) : null;
    }

    private static TftParticipant Participant(JsonElement person) => new(
        Puuid.Find(person.Member("puuid"u8).ReadString())?.Value,
        person.Member("placement"u8).ReadCount(),
        person.Member("level"u8).ReadCount(),
        person.Member("last_round"u8).ReadCount(),
        person.Member("gold_left"u8).ReadCount(),
        person.Member("players_eliminated"u8).ReadCount(),
        person.Member("total_damage_to_players"u8).ReadCount(),
        person.Member("partner_group_id"u8) is { ValueKind: JsonValueKind.Number } group ? group.ReadInt() : null,
        person.Member("riotIdGameName"u8).ReadString(),
        person.Member("riotIdTagline"u8).ReadString());
}

/// <summary>A match of Teamfight Tactics as it is read.</summary>
public sealed record ReadTftMatch(TftMatch Match, ImmutableArray<TftParticipant> Participants);
