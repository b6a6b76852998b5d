using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Matches;

/// <summary>Reads a match of any of match-v5's years. What is missing or of a wrong kind is left at nothing; what MnM does not know stays as Riot wrote it.</summary>
internal static class MatchReader
{
    private const int ItemPlaces = 7;
    private const int LongestMatch = 24 * 3600;

    /// <summary>The match and its people; null where the JSON is no match.</summary>
    /// <param name="matchId">The id it was asked for by.</param>
    /// <param name="json">UTF-8, as it came.</param>
    /// <param name="fetchedAt">When that was.</param>
    public static ReadMatch? Read(string matchId, ReadOnlyMemory<byte> json, DateTimeOffset fetchedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(matchId, document.RootElement.Member("info"u8), fetchedAt);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadMatch? Read(string matchId, JsonElement info, DateTimeOffset fetchedAt)
    {
        var people = info.Member("participants"u8).Items().Where(person => person.ValueKind == JsonValueKind.Object).ToList();
        var endReason = info.Member("endOfGameResult"u8).ReadString();
        var version = info.Member("gameVersion"u8).ReadString();
        var startedAt = RiotTime.Of(info.Member("gameStartTimestamp"u8).ReadLong()) ?? RiotTime.Of(info.Member("gameCreation"u8).ReadLong());
        var match = new Match
        {
            Id = matchId,
            Platform = matchId.Split('_')[0].ToLowerInvariant(),
            QueueId = info.Member("queueId"u8).ReadInt(),
            MapId = info.Member("mapId"u8).ReadInt(),
            Mode = info.Member("gameMode"u8).ReadString(),
            GameVersion = version,
            Patch = string.Join('.', version.Split('.').Take(2)),
            StartedAt = startedAt,
            DurationSeconds = Duration(info, people),
            EndReason = endReason.Length > 0 ? endReason : null,
            IsRemake = people.Exists(person => person.Member("gameEndedInEarlySurrender"u8).ReadBool()),
            FetchedAt = fetchedAt,
            Tries = 1,
        };

        // A match that was called off may have nobody in it.
        return people.Count > 0 || match.IsAborted ? new ReadMatch(match, Participants(match, people)) : null;
    }

    /// <summary>
    /// Until the last player left. The match's own duration can count the time until its server was closed,
    /// and was told in milliseconds as long as it had no gameEndTimestamp (patch 11.20).
    /// </summary>
    private static int Duration(JsonElement info, List<JsonElement> people)
    {
        var played = people.Select(person => person.Member("timePlayed"u8).ReadInt()).DefaultIfEmpty().Max();
        var told = info.Member("gameDuration"u8).ReadDouble();
        var seconds = info.Member("gameEndTimestamp"u8).ValueKind == JsonValueKind.Number ? told : told / 1000;
        return (int)Math.Clamp(played > 0 ? played : seconds, 0, LongestMatch);
    }

    private static ImmutableArray<MatchParticipant> Participants(Match match, List<JsonElement> people)
    {
        var numbers = people.ConvertAll(person => person.Member("participantId"u8).ReadInt());
        var areGood = numbers.TrueForAll(number => number > 0) && numbers.Distinct().Count() == numbers.Count;
        return [.. people.Select((person, index) => Participant(match, areGood ? numbers[index] : index + 1, person))];
    }

    private static MatchParticipant Participant(Match match, int number, JsonElement person)
    {
        var perks = person.Member("perks"u8).Member("styles"u8).Items().FirstOrDefault();
        var name = person.Member("riotIdGameName"u8).ReadString();
        return new MatchParticipant
        {
            MatchId = match.Id,
            Number = number,
            Puuid = Puuid.Find(person.Member("puuid"u8).ReadString())?.Value,
            StartedAt = match.StartedAt,
            TeamId = person.Member("teamId"u8).ReadInt(),
            ChampionId = person.Member("championId"u8).ReadInt(),
            ChampionName = person.Member("championName"u8).ReadString(),
            Position = person.Member("teamPosition"u8).ReadString() is var position && position is not ("Invalid" or "NONE") ? position : "",
            Win = person.Member("win"u8).ReadBool(),
            IsRemake = match.IsRemake,
            Level = person.Member("champLevel"u8).ReadCount(),
            Kills = person.Member("kills"u8).ReadCount(),
            Deaths = person.Member("deaths"u8).ReadCount(),
            Assists = person.Member("assists"u8).ReadCount(),
            Cs = (int)Math.Min(int.MaxValue, (long)person.Member("totalMinionsKilled"u8).ReadCount() + person.Member("neutralMinionsKilled"u8).ReadCount()),
            GoldEarned = person.Member("goldEarned"u8).ReadCount(),
            GoldSpent = person.Member("goldSpent"u8).ReadCount(),
            Damage = person.Member("totalDamageDealtToChampions"u8).ReadCount(),
            VisionScore = person.Member("visionScore"u8).ReadCount(),
            Items = string.Join(',', Enumerable.Range(0, ItemPlaces).Select(place => person.Member(ItemName(place)).ReadCount())),
            Spell1Id = person.Member("summoner1Id"u8).ReadCount(),
            Spell2Id = person.Member("summoner2Id"u8).ReadCount(),
            Keystone = perks.Member("selections"u8).Items().FirstOrDefault().Member("perk"u8).ReadCount(),
            Placement = person.Member("subteamPlacement"u8).ReadCount() is > 0 and var team ? team : person.Member("placement"u8).ReadCount(),
            GameName = name.Length > 0 ? name : OldName(person),
            TagLine = person.Member("riotIdTagline"u8).ReadString(),
            TimePlayed = person.Member("timePlayed"u8).ReadCount(),
        };
    }

    /// <summary>Names before Riot IDs were told under other members.</summary>
    private static string OldName(JsonElement person) =>
        person.Member("riotIdName"u8).ReadString() is { Length: > 0 } early ? early : person.Member("summonerName"u8).ReadString();

    private static ReadOnlySpan<byte> ItemName(int place) => place switch
    {
        0 => "item0"u8,
        1 => "item1"u8,
        2 => "item2"u8,
        3 => "item3"u8,
        4 => "item4"u8,
        5 => "item5"u8,
        _ => "item6"u8,
    };
}

/// <summary>A match as it is stored.</summary>
public sealed record ReadMatch(Match Match, ImmutableArray<MatchParticipant> Participants);
