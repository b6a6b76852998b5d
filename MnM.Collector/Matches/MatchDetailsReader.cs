using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Matches;

/// <summary>Reads details of a match that was found readable before. What is missing or of a wrong kind is left at nothing.</summary>
internal static class MatchDetailsReader
{
    /// <summary>The details.</summary>
    /// <param name="json">UTF-8, as it came.</param>
    /// <param name="people">Whom <see cref="MatchReader"/> found in it, in their order.</param>
    public static MatchDetails Read(ReadOnlyMemory<byte> json, ImmutableArray<MatchParticipant> people)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var info = document.RootElement.Member("info"u8);
            return new MatchDetails(
                [.. info.Member("teams"u8).Items().Where(IsObject).Select(Team)],
                [.. info.Member("participants"u8).Items().Where(IsObject).Zip(people, (person, one) => Participant(one.Number, person))]);
        }
        catch (JsonException)
        {
            return MatchDetails.None;
        }
    }

    private static TeamDetails Team(JsonElement team)
    {
        var objectives = team.Member("objectives"u8);
        return new TeamDetails(
            team.Member("teamId"u8).ReadInt(),
            team.Member("win"u8).ReadBool(),
            [.. team.Member("bans"u8).Items().Where(IsObject).Select(ban => ban.Member("championId"u8).ReadInt()).Where(champion => champion > 0)])
        {
            Towers = Taken(objectives, "tower"u8),
            Inhibitors = Taken(objectives, "inhibitor"u8),
            Dragons = Taken(objectives, "dragon"u8),
            Barons = Taken(objectives, "baron"u8),
            Heralds = Taken(objectives, "riftHerald"u8),
            Grubs = Taken(objectives, "horde"u8),
            Atakhans = Taken(objectives, "atakhan"u8),
        };
    }

    private static ParticipantDetails Participant(int number, JsonElement person) => new(
        number,
        person.Member("magicDamageDealtToChampions"u8).ReadCount(),
        person.Member("physicalDamageDealtToChampions"u8).ReadCount(),
        person.Member("trueDamageDealtToChampions"u8).ReadCount(),
        person.Member("totalDamageTaken"u8).ReadCount(),
        person.Member("wardsPlaced"u8).ReadCount(),
        person.Member("wardsKilled"u8).ReadCount(),
        person.Member("visionWardsBoughtInGame"u8).ReadCount());

    private static int Taken(JsonElement objectives, ReadOnlySpan<byte> name) => objectives.Member(name).Member("kills"u8).ReadCount();

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;
}
