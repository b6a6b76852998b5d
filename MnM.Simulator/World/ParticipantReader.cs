using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>Reads one participant of Match-v5.</summary>
internal static class ParticipantReader
{
    public static ScriptParticipant Read(JsonObject one, int index, string platform)
    {
        var id = one.Int("participantId");
        var puuid = one.Text("puuid");
        return new ScriptParticipant
        {
            Id = id > 0 ? id : index + 1,
            GameName = one.FirstText("riotIdGameName", "riotIdName", "summonerName") is { Length: > 0 } name ? name : $"Player {index + 1}",
            TagLine = one.FirstText("riotIdTagline", "riotIdTagLine") is { Length: > 0 } tag ? tag : platform,
            Puuid = puuid,
            IsBot = puuid == "BOT",
            ChampionId = one.Int("championId"),
            ChampionAlias = one.Text("championName"),
            TeamId = one.Int("teamId"),
            Position = one.Text("teamPosition"),
            Win = one.Flag("win"),
            Kills = one.Int("kills"),
            Deaths = one.Int("deaths"),
            Assists = one.Int("assists"),
            CreepScore = one.Int("totalMinionsKilled") + one.Int("neutralMinionsKilled"),
            Level = Math.Max(1, one.Int("champLevel")),
            VisionScore = one.Int("visionScore"),
            ObjectivesStolen = one.Int("objectivesStolen"),
            Items = [.. Enumerable.Range(0, 7).Select(slot => one.Int($"item{slot}"))],
            Spells = [one.Int("summoner1Id"), one.Int("summoner2Id")],
            Runes = Runes(one.Child("perks")),
        };
    }

    private static ScriptRunes Runes(JsonObject? perks)
    {
        ImmutableArray<JsonObject> styles = [.. perks.Children("styles")];
        if (styles.IsEmpty)
        {
            return ScriptRunes.None;
        }

        var small = perks.Child("statPerks");
        return new ScriptRunes(
            styles[0].Int("style"),
            styles.Length > 1 ? styles[1].Int("style") : 0,
            [.. styles.SelectMany(style => style.Children("selections")).Select(rune => rune.Int("perk"))],
            [small.Int("offense"), small.Int("flex"), small.Int("defense")]);
    }
}
