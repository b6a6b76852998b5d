using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Tft.Rows;

/// <summary>Matches of tft-match-v1 as JSON.</summary>
internal static class TftJson
{
    /// <summary>A small one of two boards.</summary>
    public static JsonObject Match() => JsonNode.Parse(
        """
        {"metadata":{"match_id":"EUW1_7500153635"},"info":{"endOfGameResult":"GameComplete","game_datetime":1779079991410,"game_length":2046.63,
            "game_version":"Linux Version 16.10.776.5552 (x)","queueId":1100,"queue_id":7,"tft_set_number":17,"participants":[
            {"puuid":"one","placement":1,"level":9,"last_round":36,"gold_left":12,
                "units":[{"character_id":"TFT17_Jinx","itemNames":["B","A","A"],"name":"","rarity":4,"tier":2},{"character_id":"TFT17_Vi","itemNames":[],"name":"","rarity":0,"tier":1}],
                "traits":[{"name":"TFT17_Anima","num_units":3,"style":1,"tier_current":2,"tier_total":3}]},
            {"puuid":"two","placement":2,"level":8,"last_round":35,"gold_left":0,
                "units":[{"character_id":"TFT17_Vi","itemNames":["A"],"name":"","rarity":0,"tier":3}],
                "traits":[{"name":"TFT17_Anima","num_units":1,"style":0,"tier_current":0,"tier_total":3}]}]}}
        """)!.AsObject();

    /// <summary>Every recorded one, each once.</summary>
    public static IEnumerable<JsonObject> Recorded() => Recordings.Files("tft").SelectMany(All)
        .Where(one => one["info"]?["participants"] is JsonArray)
        .DistinctBy(one => one["metadata"]?["match_id"]?.GetValue<string>());

    private static IEnumerable<JsonObject> All(string file)
    {
        if (file.Contains(".jsonl", StringComparison.Ordinal))
        {
            return MatchFile.ReadAll(file);
        }

        // A list of matches in one text; players are another kind of list.
        return file.EndsWith(".json", StringComparison.Ordinal) && JsonNode.Parse(File.ReadAllText(file)) is JsonArray list ? list.OfType<JsonObject>() : [];
    }
}
