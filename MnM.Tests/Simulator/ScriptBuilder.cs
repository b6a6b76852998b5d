using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

/// <summary>A small game on Summoner's Rift of two teams of two, of 20 minutes, with the events that a test tells.</summary>
internal sealed class ScriptBuilder
{
    private static readonly int[] Champions = [103, 12, 84, 1];
    private readonly JsonArray _events = [];

    public JsonObject Match { get; } = new()
    {
        ["metadata"] = new JsonObject { ["matchId"] = "EUW1_1" },
        ["info"] = new JsonObject
        {
            ["gameId"] = 1,
            ["gameMode"] = "CLASSIC",
            ["mapId"] = 11,
            ["platformId"] = "EUW1",
            ["gameDuration"] = 1200,
            ["gameEndTimestamp"] = 1,
            ["participants"] = new JsonArray([.. Champions.Select((champion, index) => (JsonNode)new JsonObject
            {
                ["participantId"] = index + 1, ["puuid"] = $"puuid-{index + 1}", ["championId"] = champion, ["championName"] = "Somebody",
                ["riotIdGameName"] = $"Name {index + 1}", ["riotIdTagline"] = "TAG", ["teamId"] = index < 2 ? 100 : 200, ["win"] = index < 2,
                ["champLevel"] = 1, ["summoner1Id"] = 4, ["summoner2Id"] = 9999,
            })]),
        },
    };

    public JsonObject Timeline { get; } = new() { ["info"] = new JsonObject { ["frames"] = new JsonArray() } };

    public JsonObject Info => Match["info"]!.AsObject();

    public JsonObject Participant(int id) => Info["participants"]![id - 1]!.AsObject();

    public ScriptBuilder With(string type, double seconds, params ReadOnlySpan<(string Name, JsonNode Value)> fields)
    {
        var one = new JsonObject { ["type"] = type, ["timestamp"] = (long)(seconds * 1000) };
        foreach (var (name, value) in fields)
        {
            one[name] = value;
        }

        _events.Add(one);
        return this;
    }

    public ScriptBuilder Kill(double seconds, int killer, int victim, params int[] helpers) => With("CHAMPION_KILL", seconds,
        ("killerId", killer), ("victimId", victim), ("assistingParticipantIds", new JsonArray([.. helpers.Select(id => (JsonNode)id)])));

    public ScriptBuilder Tower(double seconds, int killer, int owner, string type, string lane) => With("BUILDING_KILL", seconds,
        ("killerId", killer), ("teamId", owner), ("buildingType", "TOWER_BUILDING"), ("towerType", type), ("laneType", lane));

    public ScriptBuilder Item(string what, double seconds, int item) => With($"ITEM_{what}", seconds, ("participantId", 1), ("itemId", item));

    public MatchScript Read()
    {
        Timeline["info"]!["frames"]!.AsArray().Add(new JsonObject { ["timestamp"] = 60_004, ["events"] = _events });
        return MatchScriptReader.Read(Match, Timeline);
    }

    public ScriptedGame Play() => new(Read());
}
