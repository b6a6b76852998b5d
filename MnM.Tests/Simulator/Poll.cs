using System.Text.Json.Nodes;
using MnM.Simulator.LiveClient;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

/// <summary>What a client of the live interface sees of a scripted game.</summary>
internal static class Poll
{
    public static JsonObject At(ScriptedGame game, double seconds, bool streamer = false, bool spectator = false) =>
        JsonNode.Parse(BytesAt(game, seconds, streamer, spectator))!.AsObject();

    public static byte[] BytesAt(ScriptedGame game, double seconds, bool streamer = false, bool spectator = false)
    {
        game.AdvanceTo(seconds);
        return AllGameDataJson.Write(game, new LiveView(spectator, streamer), game.Time);
    }

    public static IEnumerable<JsonNode> Players(JsonObject poll) => poll["allPlayers"]!.AsArray()!;

    public static IEnumerable<JsonNode> Events(JsonObject poll, string name) =>
        poll["events"]!["Events"]!.AsArray().Where(one => (string?)one!["EventName"] == name)!;

    /// <summary>How many numbers with a fraction differ between two polls.</summary>
    public static int ChangedFloats(JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonObject left, JsonObject right) => left.Sum(field => ChangedFloats(field.Value, right[field.Key])),
        (JsonArray left, JsonArray right) => left.Zip(right).Sum(pair => ChangedFloats(pair.First, pair.Second)),
        (JsonValue left, JsonValue right) => left.ToJsonString() is var text && text.Contains('.') && text[0] != '"' && text != right.ToJsonString() ? 1 : 0,
        _ => 0,
    };
}
