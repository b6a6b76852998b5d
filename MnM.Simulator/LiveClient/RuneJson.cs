using System.Text.Json;
using MnM.Simulator.StaticData;
using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>Runes in the live client's shapes.</summary>
internal static class RuneJson
{
    private static readonly Dictionary<int, int> StyleNumbers = new() { [8000] = 7201, [8100] = 7200, [8200] = 7202, [8300] = 7203, [8400] = 7204 };

    private static readonly Dictionary<int, string> SmallRunes = new()
    {
        [5001] = "HealthScaling",
        [5002] = "Armor",
        [5003] = "MagicResScaling",
        [5005] = "AttackSpeed",
        [5007] = "CDRScaling",
        [5008] = "Adaptive",
        [5010] = "MovementSpeed",
        [5011] = "HealthPlus",
        [5013] = "Tenacity",
    };

    /// <summary>The keystone and the two trees, as every player has them.</summary>
    public static void WriteMain(Utf8JsonWriter json, ScriptRunes runes)
    {
        json.WriteStartObject();
        WriteKeystoneAndTrees(json, runes);
        json.WriteEndObject();
    }

    /// <summary>The whole page, as only the active player has it.</summary>
    public static void WriteFull(Utf8JsonWriter json, ScriptRunes runes)
    {
        json.WriteStartObject();
        json.WriteStartArray("generalRunes");
        foreach (var rune in runes.Runes)
        {
            WriteRune(json, rune);
        }

        json.WriteEndArray();
        WriteKeystoneAndTrees(json, runes);
        json.WriteStartArray("statRunes");
        foreach (var small in runes.Small)
        {
            json.WriteStartObject();
            json.WriteNumber("id", small);
            json.WriteString("rawDescription", $"perk_tooltip_StatMod{SmallRunes.GetValueOrDefault(small, $"{small}")}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKeystoneAndTrees(Utf8JsonWriter json, ScriptRunes runes)
    {
        if (runes.Keystone == 0)
        {
            return;
        }

        json.WritePropertyName("keystone");
        WriteRune(json, runes.Keystone);
        WriteTree(json, "primaryRuneTree", runes.PrimaryTree);
        WriteTree(json, "secondaryRuneTree", runes.SecondaryTree);
    }

    private static void WriteRune(Utf8JsonWriter json, int id)
    {
        var rune = StaticCatalog.FindRune(id);
        var raw = rune is null || id is > 9000 and < 9900 ? $"{id}" : rune.Key;
        Write(json, rune?.Name ?? $"Rune {id}", id, $"perk_tooltip_{raw}", $"perk_displayname_{raw}");
    }

    private static void WriteTree(Utf8JsonWriter json, string name, int id)
    {
        json.WritePropertyName(name);
        var number = StyleNumbers.GetValueOrDefault(id, id);
        Write(json, StaticCatalog.FindRuneTree(id)?.Name ?? $"Tree {id}", id, $"perkstyle_tooltip_{number}", $"perkstyle_displayname_{number}");
    }

    private static void Write(Utf8JsonWriter json, string name, int id, string description, string displayName)
    {
        json.WriteStartObject();
        json.WriteString("displayName", name);
        json.WriteNumber("id", id);
        json.WriteString("rawDescription", description);
        json.WriteString("rawDisplayName", displayName);
        json.WriteEndObject();
    }
}
