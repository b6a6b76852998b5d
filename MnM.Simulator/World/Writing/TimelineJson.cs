using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Writes a finished play-through as a Match-v5 timeline.</summary>
internal static class TimelineJson
{
    public static JsonObject Of(GameIdentity identity, Playthrough game, Frames frames) => new()
    {
        ["metadata"] = MatchJson.Metadata(identity, game),
        ["info"] = new JsonObject
        {
            ["endOfGameResult"] = "GameComplete",
            ["frameInterval"] = 60_000,
            ["frames"] = AllFrames(identity, game, frames),
            ["gameId"] = identity.GameId,
            ["participants"] = new JsonArray([.. game.Players
                .Select(player => (JsonNode)new JsonObject { ["participantId"] = player.Id, ["puuid"] = player.Member.Puuid })]),
        },
    };

    private static JsonArray AllFrames(GameIdentity identity, Playthrough game, Frames frames)
    {
        var start = identity.Start.ToUnixTimeMilliseconds();
        var told = new Queue<(long At, JsonObject Event)>(game.Events);
        var all = new JsonArray();
        foreach (var (at, players) in frames.All)
        {
            var events = new JsonArray();
            if (all.Count == 0)
                events.Add(new JsonObject { ["realTimestamp"] = start, ["timestamp"] = 0L, ["type"] = "PAUSE_END" });
            while (told.TryPeek(out var next) && next.At <= at)
                events.Add(told.Dequeue().Event);
            if (at == game.Duration)
            {
                events.Add(new JsonObject
                {
                    ["gameId"] = identity.GameId,
                    ["realTimestamp"] = start + at,
                    ["timestamp"] = at,
                    ["type"] = "GAME_END",
                    ["winningTeam"] = game.Winner,
                });
            }

            all.Add(new JsonObject { ["events"] = events, ["participantFrames"] = players, ["timestamp"] = at });
        }

        return all;
    }
}
