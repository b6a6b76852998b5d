using System.Text.Json;
using MnM.Simulator.StaticData;
using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>A player of the list in the live client's shape.</summary>
internal static class PlayerJson
{
    // The game prints FLT_MAX where a replay would give a place on the screen.
    private const string NowhereOnScreen = "340282346638528859811704183484516925440.0000000,340282346638528859811704183484516925440.0000000";

    public static void Write(Utf8JsonWriter json, PlayerState player, double time)
    {
        var script = player.Script;
        var alias = Alias(script);
        var skin = script.IsBot ? 0 : (script.Id * 7 % 4) * 3;
        var dead = player.RespawnsAt > time;
        json.WriteStartObject();
        json.WriteString("championName", ChampionName(script));
        json.WriteBoolean("isBot", script.IsBot);
        json.WriteBoolean("isDead", dead);
        json.WritePropertyName("items");
        WriteItems(json, player);
        json.WriteNumber("level", player.Level);
        json.WriteString("position", script.Position);
        json.WriteString("rawChampionName", $"game_character_displayname_{alias}");
        if (!script.IsBot)
        {
            json.WriteString("rawSkinName", $"game_character_skin_displayname_{alias}_{skin}");
        }

        json.WriteFloat("respawnTimer", dead ? player.RespawnsAt - time : 0);
        if (!script.IsBot)
        {
            json.WriteString("riotId", script.RiotId);
            json.WriteString("riotIdGameName", script.GameName);
            json.WriteString("riotIdTagLine", script.TagLine);
        }

        json.WritePropertyName("runes");
        RuneJson.WriteMain(json, script.Runes);
        json.WritePropertyName("scores");
        WriteScores(json, player);
        json.WriteString("screenPositionBottom", NowhereOnScreen);
        json.WriteString("screenPositionCenter", NowhereOnScreen);
        json.WriteNumber("skinID", skin);
        if (!script.IsBot)
        {
            json.WriteString("skinName", skin == 0 ? "" : $"{ChampionName(script)} {skin}");
        }

        json.WriteString("summonerName", script.IsBot ? script.EventName : script.RiotId);
        json.WritePropertyName("summonerSpells");
        WriteSpells(json, script);
        json.WriteString("team", script.TeamId == 200 ? "CHAOS" : "ORDER");
        json.WriteEndObject();
    }

    public static void WriteItems(Utf8JsonWriter json, PlayerState player)
    {
        json.WriteStartArray();
        foreach (var held in player.Inventory.Items.Where(held => held.Slot <= 6))
        {
            var item = StaticCatalog.FindItem(held.ItemId);
            json.WriteStartObject();
            json.WriteBoolean("canUse", item is { Consumable: true } or { Trinket: true });
            json.WriteBoolean("consumable", item is { Consumable: true });
            json.WriteNumber("count", held.Count);
            json.WriteString("displayName", item?.Name ?? $"Item {held.ItemId}");
            json.WriteNumber("itemID", held.ItemId);
            json.WriteNumber("price", item?.Combine ?? 0);
            json.WriteString("rawDescription", $"GeneratedTip_Item_{held.ItemId}_Description");
            json.WriteString("rawDisplayName", $"Item_{held.ItemId}_Name");
            json.WriteNumber("slot", held.Slot);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteScores(Utf8JsonWriter json, PlayerState player)
    {
        json.WriteStartObject();
        json.WriteNumber("assists", player.Assists);
        json.WriteNumber("creepScore", (int)player.CreepScore / 10 * 10);
        json.WriteNumber("deaths", player.Deaths);
        json.WriteNumber("kills", player.Kills);
        json.WriteFloat("wardScore", player.WardScore);
        json.WriteEndObject();
    }

    public static void WriteSpells(Utf8JsonWriter json, ScriptParticipant script)
    {
        json.WriteStartObject();
        WriteSpell(json, "summonerSpellOne", script.Spells[0]);
        WriteSpell(json, "summonerSpellTwo", script.Spells[1]);
        json.WriteEndObject();
    }

    public static string Alias(ScriptParticipant script) => StaticCatalog.FindChampion(script.ChampionId)?.Alias
        ?? (script.ChampionAlias.Length > 0 ? script.ChampionAlias : $"Champion{script.ChampionId}");

    public static string ChampionName(ScriptParticipant script) => StaticCatalog.FindChampion(script.ChampionId)?.Name ?? Alias(script);

    private static void WriteSpell(Utf8JsonWriter json, string name, int id)
    {
        var spell = StaticCatalog.FindSpell(id);
        var raw = $"GeneratedTip_SummonerSpell_{spell?.Alias ?? $"Spell{id}"}";
        json.WriteStartObject(name);
        json.WriteString("displayName", spell?.Name ?? $"Spell {id}");
        json.WriteString("rawDescription", $"{raw}_Description");
        json.WriteString("rawDisplayName", $"{raw}_DisplayName");
        json.WriteEndObject();
    }
}
