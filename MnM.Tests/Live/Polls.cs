using System.Globalization;
using System.Text.Json.Nodes;

namespace MnM.Tests.Live;

/// <summary>Invented responses of the game, as small as they may be and still be one.</summary>
internal static class Polls
{
    /// <summary>A game of ten at 100 s.</summary>
    public static string Sample { get; } = Response(100);

    /// <summary>A response at a time with events and changes by the caller.</summary>
    public static string Response(double gameTime, Action<JsonObject>? change = null, int players = 10, string mode = "CLASSIC")
    {
        var response = new JsonObject
        {
            ["activePlayer"] = ActivePlayer(),
            ["allPlayers"] = new JsonArray([.. Enumerable.Range(0, players).Select(i => Player(i, i < (players + 1) / 2 ? "ORDER" : "CHAOS"))]),
            ["events"] = new JsonObject { ["Events"] = new JsonArray(Event(0, "GameStart", 0)) },
            ["gameData"] = new JsonObject
            {
                ["gameMode"] = mode,
                ["gameTime"] = gameTime,
                ["mapName"] = "Map11",
                ["mapNumber"] = 11,
                ["mapTerrain"] = "Default",
            },
        };
        change?.Invoke(response);
        return response.ToJsonString();
    }

    public static JsonObject Event(int id, string name, double time, params (string Name, JsonNode Value)[] more)
    {
        var told = new JsonObject { ["EventID"] = id, ["EventName"] = name, ["EventTime"] = time };
        foreach (var (key, value) in more)
        {
            told[key] = value;
        }

        return told;
    }

    public static JsonArray Players(this JsonObject response) => response["allPlayers"]!.AsArray();

    public static JsonArray Events(this JsonObject response) => response["events"]!["Events"]!.AsArray();

    public static JsonObject Player(int number, string team) => new()
    {
        ["championName"] = Champion(number),
        ["isBot"] = false,
        ["isDead"] = false,
        ["items"] = new JsonArray(Item(1055, 0, 450), Item(3340, 6, 0)),
        ["level"] = 3,
        ["position"] = (string[])["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"] is var roles ? roles[number % 5] : "",
        ["rawChampionName"] = "game_character_displayname_" + Champion(number),
        ["respawnTimer"] = 0.0,
        ["riotId"] = $"Player {number}#MNM",
        ["riotIdGameName"] = $"Player {number}",
        ["riotIdTagLine"] = "MNM",
        ["runes"] = new JsonObject { ["keystone"] = new JsonObject { ["displayName"] = "Conqueror", ["id"] = 8010 } },
        ["scores"] = new JsonObject { ["assists"] = 0, ["creepScore"] = 10, ["deaths"] = 0, ["kills"] = 0, ["wardScore"] = 0.5 },
        ["skinID"] = 0,
        ["summonerName"] = $"Player {number}#MNM",
        ["summonerSpells"] = new JsonObject
        {
            ["summonerSpellOne"] = Spell("SummonerFlash", "Flash"),
            ["summonerSpellTwo"] = Spell("SummonerDot", "Ignite"),
        },
        ["team"] = team,
    };

    public static JsonObject Item(int id, int slot, int price, int count = 1) => new()
    {
        ["canUse"] = false,
        ["consumable"] = false,
        ["count"] = count,
        ["displayName"] = "",
        ["itemID"] = id,
        ["price"] = price,
        ["slot"] = slot,
    };

    private static string Champion(int number) => "Champion" + (char)('A' + number);

    private static JsonObject Spell(string alias, string name) => new()
    {
        ["displayName"] = name,
        ["rawDisplayName"] = $"GeneratedTip_SummonerSpell_{alias}_DisplayName",
    };

    private static JsonObject ActivePlayer() => new()
    {
        ["abilities"] = new JsonObject { ["Q"] = new JsonObject { ["abilityLevel"] = 1, ["displayName"] = "Orb", ["id"] = "ChampionAQ" } },
        ["championStats"] = new JsonObject { ["abilityPower"] = 10.5, ["maxHealth"] = 600.0, ["resourceType"] = "MANA" },
        ["currentGold"] = 123.45600128173828,
        ["level"] = 3,
        ["riotId"] = "Player 0#MNM",
        ["summonerName"] = "Player 0#MNM",
    };

    public static string Invariant(double value) => value.ToString(CultureInfo.InvariantCulture);
}
