using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Writes a finished play-through as a Match-v5 match.</summary>
internal static class MatchJson
{
    public static JsonObject Of(GameIdentity identity, Draft draft, Playthrough game)
    {
        var start = identity.Start.ToUnixTimeMilliseconds();
        return new JsonObject
        {
            ["metadata"] = Metadata(identity, game),
            ["info"] = new JsonObject
            {
                ["endOfGameResult"] = "GameComplete",
                ["gameCreation"] = start - 27_000 - identity.GameId % 9_000,
                ["gameDuration"] = game.Duration / 1000,
                ["gameEndTimestamp"] = start + game.Duration + 1_100 + identity.GameId % 3_000,
                ["gameId"] = identity.GameId,
                ["gameMode"] = "CLASSIC",
                ["gameName"] = $"teambuilder-match-{identity.GameId}",
                ["gameStartTimestamp"] = start,
                ["gameType"] = "MATCHED_GAME",
                ["gameVersion"] = identity.Version,
                ["mapId"] = 11,
                ["participants"] = new JsonArray([.. game.Players.Select(player => (JsonNode)ParticipantJson.Of(player, game))]),
                ["platformId"] = identity.Platform,
                ["queueId"] = identity.QueueId,
                ["teams"] = new JsonArray(TeamJson.Of(RiftMap.Blue, draft, game), TeamJson.Of(RiftMap.Red, draft, game)),
                ["tournamentCode"] = "",
            },
        };
    }

    public static JsonObject Metadata(GameIdentity identity, Playthrough game) => new()
    {
        ["dataVersion"] = "2",
        ["matchId"] = identity.MatchId,
        ["participants"] = new JsonArray([.. game.Players.Select(player => (JsonNode)player.Member.Puuid)]),
    };
}
