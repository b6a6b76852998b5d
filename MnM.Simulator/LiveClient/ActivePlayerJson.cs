using System.Text.Json;
using MnM.Simulator.StaticData;
using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>The active player in the live client's shape.</summary>
internal static class ActivePlayerJson
{
    private const string Keys = "QWER";

    public static void Write(Utf8JsonWriter json, ScriptedGame game)
    {
        var (stats, script) = (new ActiveStats(game), game.Active);
        json.WriteStartObject();
        json.WritePropertyName("abilities");
        WriteAbilities(json, game);
        json.WritePropertyName("championStats");
        WriteStats(json, stats, script);
        json.WriteFloat("currentGold", stats.Gold);
        json.WritePropertyName("fullRunes");
        RuneJson.WriteFull(json, script.Runes);
        json.WriteNumber("level", game.ActivePlayer.Level);
        json.WriteString("riotId", script.RiotId);
        json.WriteString("riotIdGameName", script.GameName);
        json.WriteString("riotIdTagLine", script.TagLine);
        json.WriteString("summonerName", script.RiotId);
        json.WriteBoolean("teamRelativeColors", true);
        json.WriteEndObject();
    }

    public static void WriteAbilities(Utf8JsonWriter json, ScriptedGame game)
    {
        var alias = PlayerJson.Alias(game.Active);
        var names = StaticCatalog.FindChampion(game.Active.ChampionId)?.Abilities ?? [];
        json.WriteStartObject();
        foreach (var key in (ReadOnlySpan<string>)["E", "Passive", "Q", "R", "W"])
        {
            var index = key == "Passive" ? 0 : Keys.IndexOf(key, StringComparison.Ordinal) + 1;
            var kind = index == 0 ? "Passive" : "Spell";
            json.WriteStartObject(key);
            if (index > 0)
            {
                json.WriteNumber("abilityLevel", game.ActivePlayer.AbilityLevels[index - 1]);
            }

            json.WriteString("displayName", index < names.Length ? names[index] : $"{alias} {key}");
            json.WriteString("id", $"{alias}{key}");
            json.WriteString("rawDescription", $"GeneratedTip_{kind}_{alias}{key}_Description");
            json.WriteString("rawDisplayName", $"GeneratedTip_{kind}_{alias}{key}_DisplayName");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteStats(Utf8JsonWriter json, ActiveStats stats, ScriptParticipant script)
    {
        json.WriteStartObject();
        json.WriteFloat("abilityHaste", stats.Step(FrameStat.AbilityHaste));
        json.WriteFloat("abilityPower", stats.Step(FrameStat.AbilityPower));
        json.WriteFloat("armor", stats.Step(FrameStat.Armor));
        json.WriteFloat("armorPenetrationFlat", stats.Step(FrameStat.ArmorPen));
        json.WriteFloat("armorPenetrationPercent", Left(stats.Step(FrameStat.ArmorPenPercent)));
        json.WriteFloat("attackDamage", stats.Step(FrameStat.AttackDamage));
        json.WriteFloat("attackRange", script.Position is "TOP" or "JUNGLE" ? 175 : 550);
        json.WriteFloat("attackSpeed", stats.Step(FrameStat.AttackSpeed) / 100);
        json.WriteFloat("bonusArmorPenetrationPercent", Left(stats.Step(FrameStat.BonusArmorPenPercent)));
        json.WriteFloat("bonusMagicPenetrationPercent", Left(stats.Step(FrameStat.BonusMagicPenPercent)));
        json.WriteFloat("critChance", 0);
        json.WriteFloat("critDamage", 175);
        json.WriteFloat("currentHealth", stats.Health);
        json.WriteFloat("healShieldPower", 0);
        json.WriteFloat("healthRegenRate", stats.HealthRegen);
        json.WriteFloat("lifeSteal", stats.Step(FrameStat.Lifesteal) / 100);
        json.WriteFloat("magicLethality", 0);
        json.WriteFloat("magicPenetrationFlat", stats.Step(FrameStat.MagicPen));
        json.WriteFloat("magicPenetrationPercent", Left(stats.Step(FrameStat.MagicPenPercent)));
        json.WriteFloat("magicResist", stats.Step(FrameStat.MagicResist));
        json.WriteFloat("maxHealth", stats.HealthMax);
        json.WriteFloat("moveSpeed", Math.Round(stats.Step(FrameStat.MovementSpeed)));
        json.WriteFloat("omnivamp", stats.Step(FrameStat.Omnivamp) / 100);
        json.WriteFloat("physicalLethality", 0);
        json.WriteFloat("physicalVamp", stats.Step(FrameStat.PhysicalVamp) / 100);
        json.WriteFloat("resourceMax", stats.PowerMax);
        json.WriteFloat("resourceRegenRate", stats.PowerRegen);
        json.WriteString("resourceType", ResourceType(script));
        json.WriteFloat("resourceValue", stats.Power);
        json.WriteFloat("spellVamp", stats.Step(FrameStat.SpellVamp) / 100);
        json.WriteFloat("tenacity", stats.Step(FrameStat.CcReduction));
        json.WriteEndObject();
    }

    // The timeline says how much is pierced, the live client how much is left.
    private static double Left(double percent) => 1 - (percent / 100);

    private static string ResourceType(ScriptParticipant script) =>
        StaticCatalog.FindChampion(script.ChampionId)?.ResourceType is { Length: > 0 } type
            ? type.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            : "NONE";
}
