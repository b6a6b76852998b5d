using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>The small objects that many events share.</summary>
internal static class Json
{
    public static JsonObject Point(Place place) =>
        new() { ["x"] = (int)Math.Clamp(place.X, 0, 14_800), ["y"] = (int)Math.Clamp(place.Y, 0, 14_900) };

    public static JsonArray Ids(IEnumerable<Player> players) => new([.. players.Select(player => (JsonNode)player.Id)]);

    /// <summary>One entry of a kill's damage: the name is always the dealer's, the number that of the player on the other side of the victim.</summary>
    public static JsonObject Blow(Player from, Player other, string spell, int slot, bool basic, DamageSplit split) => new()
    {
        ["basic"] = basic,
        ["magicDamage"] = split.Magic,
        ["name"] = from.Champion.Alias,
        ["participantId"] = other.Id,
        ["physicalDamage"] = split.Physical,
        ["spellName"] = spell,
        ["spellSlot"] = slot,
        ["trueDamage"] = split.True,
        ["type"] = "OTHER",
    };
}
