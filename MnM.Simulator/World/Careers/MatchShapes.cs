using System.Text.Json.Nodes;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Careers;

/// <summary>Turns a match of Summoner's Rift as it is told today into other shapes that Riot's API has.</summary>
internal static class MatchShapes
{
    private const string Bot = "BOT";

    /// <summary>Patch 11.20, since which durations are in seconds.</summary>
    private static readonly DateTimeOffset SecondsSince = new(2021, 10, 6, 0, 0, 0, TimeSpan.Zero);

    private static readonly HashSet<string> EventsOfTheRift =
        ["ELITE_MONSTER_KILL", "DRAGON_SOUL_GIVEN", "WARD_PLACED", "WARD_KILL", "TURRET_PLATE_DESTROYED", "FEAT_UPDATE", "OBJECTIVE_BOUNTY_PRESTART", "OBJECTIVE_BOUNTY_FINISH"];

    private static readonly string[] LaterInfo = ["endOfGameResult", "gameEndTimestamp", "tournamentCode"];

    private static readonly string[] LaterFigures =
    [
        "challenges", "missions", "placement", "playerSubteamId", "subteamPlacement", "championSkinId", "roleBoundItem", "eligibleForProgression", "damageDealtToEpicMonsters",
        "riotIdGameName", "inhibitorTakedowns", "turretTakedowns", "nexusTakedowns", "totalAllyJungleMinionsKilled", "totalEnemyJungleMinionsKilled",
    ];

    private static readonly string[] FiguresOfTheRift =
    [
        "neutralMinionsKilled", "totalAllyJungleMinionsKilled", "totalEnemyJungleMinionsKilled", "dragonKills", "baronKills", "visionScore", "wardsPlaced", "wardsKilled",
        "detectorWardsPlaced", "visionWardsBoughtInGame", "damageDealtToEpicMonsters", "objectivesStolen",
    ];

    private static readonly string[] Monsters = ["atakhan", "baron", "dragon", "horde", "riftHerald"];

    /// <summary>The size of Summoner's Rift and of Howling Abyss in the game's units.</summary>
    private const double RiftSize = 14_900;
    private const double AbyssSize = 12_850;

    /// <summary>Whether matches of that time are told as in match-v5's first months.</summary>
    public static bool IsOld(DateTimeOffset start) => start < SecondsSince;

    /// <summary>One lane, no jungle, no wards and nothing banned.</summary>
    public static void MakeAram(GeneratedGame game)
    {
        var info = game.Match["info"]!;
        (info["gameMode"], info["mapId"]) = ("ARAM", 12);
        foreach (var one in info.Children("participants"))
        {
            (one["teamPosition"], one["individualPosition"], one["lane"], one["role"]) = ("", "Invalid", "NONE", "SUPPORT");
            foreach (var figure in FiguresOfTheRift)
            {
                one[figure] = 0;
            }
        }

        foreach (var team in info.Children("teams"))
        {
            team["bans"] = new JsonArray();
            foreach (var monster in Monsters)
            {
                team["objectives"]![monster] = new JsonObject { ["first"] = false, ["kills"] = 0 };
            }
        }

        foreach (var frame in game.Timeline["info"].Children("frames"))
        {
            frame["events"] = new JsonArray([.. frame.Children("events").Where(one => !EventsOfTheRift.Contains(one.Text("type"))).Select(one => one.DeepClone())]);
            foreach (var (_, player) in (JsonObject)frame["participantFrames"]!)
            {
                player!["jungleMinionsKilled"] = 0;
                MoveToBridge(player);
            }

            foreach (var told in frame.Children("events"))
            {
                MoveToBridge(told);
            }
        }
    }

    /// <summary>Those after the first few are the computer's.</summary>
    public static void MakeBots(GeneratedGame game, int people)
    {
        foreach (var one in game.Match["info"].Children("participants").Skip(people))
        {
            (one["puuid"], one["riotIdGameName"], one["riotIdTagline"], one["summonerName"]) = (Bot, "", "", $"{one.Text("championName")} bot");
            (one["profileIcon"], one["summonerLevel"]) = (0, 1);
        }

        foreach (var one in game.Timeline["info"].Children("participants").Skip(people))
        {
            one["puuid"] = Bot;
        }

        foreach (var metadata in new[] { game.Match["metadata"]!, game.Timeline["metadata"]! })
        {
            var ids = (JsonArray)metadata["participants"]!;
            for (var seat = people; seat < ids.Count; seat++)
            {
                ids[seat] = Bot;
            }
        }
    }

    /// <summary>As in match-v5's first months: a duration in milliseconds, no end, names without a tag, and none of the later figures.</summary>
    public static void MakeOld(JsonObject match)
    {
        var info = (JsonObject)match["info"]!;
        info["gameDuration"] = (long)info.Number("gameDuration") * 1000;
        Remove(info, LaterInfo);
        foreach (var one in info.Children("participants"))
        {
            (one["summonerName"], one["riotIdName"], one["riotIdTagline"]) = (one.FirstText("riotIdGameName", "summonerName"), "", "");
            Remove(one, LaterFigures);
            Remove(one, [.. one.Select(figure => figure.Key).Where(name => name.StartsWith("PlayerScore", StringComparison.Ordinal)
                || name.StartsWith("playerAugment", StringComparison.Ordinal) || name.EndsWith("Pings", StringComparison.Ordinal))]);
        }
    }

    /// <summary>Some fields are missing that others have.</summary>
    public static GeneratedGame MakeSparse(GeneratedGame game)
    {
        var info = (JsonObject)game.Match["info"]!;
        Remove(info, ["gameStartTimestamp", "gameVersion", "endOfGameResult", "teams"]);
        foreach (var one in info.Children("participants"))
        {
            Remove(one, ["timePlayed", "teamPosition", "perks", "challenges", "neutralMinionsKilled", "riotIdTagline", "item6"]);
        }

        return game;
    }

    /// <summary>Nothing is there but who played.</summary>
    public static GeneratedGame MakeEmpty(GeneratedGame game)
    {
        (game.Match["info"], game.Timeline["info"]) = (new JsonObject(), new JsonObject());
        return game;
    }

    /// <summary>As far from the own end as on the Rift, and hardly beside the one lane.</summary>
    private static void MoveToBridge(JsonNode told)
    {
        if (told.Child("position") is { } place)
        {
            var (along, beside) = ((place.Number("x") + place.Number("y")) / 2 / RiftSize, (place.Number("x") - place.Number("y")) / 2 / RiftSize);
            (place["x"], place["y"]) = ((int)(AbyssSize * (along + (0.08 * beside))), (int)(AbyssSize * (along - (0.08 * beside))));
        }
    }

    private static void Remove(JsonObject from, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            from.Remove(name);
        }
    }
}
