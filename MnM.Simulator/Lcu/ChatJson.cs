using System.Text.Json.Nodes;

namespace MnM.Simulator.Lcu;

/// <summary>What the League client tells of chat rooms; the simulator has none.</summary>
internal static class ChatJson
{
    public static JsonObject NoToken() => new() { ["channelClaim"] = "", ["domain"] = "", ["jwt"] = "", ["targetRegion"] = "" };

    public static JsonObject Room(string id) => new() { ["mucJwtDto"] = NoToken(), ["multiUserChatId"] = id, ["multiUserChatPassword"] = "" };
}
