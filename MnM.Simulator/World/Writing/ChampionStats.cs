using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>A champion's figures as level and item value make them; plausible, not exact.</summary>
internal sealed record ChampionStats(
    int HealthMax, int PowerMax, int AttackDamage, int AbilityPower,
    int Armor, int MagicResist, int AttackSpeed, int AbilityHaste, int MovementSpeed, int Lifesteal)
{
    public static ChampionStats Of(Player player)
    {
        var grown = (player.Level - 1) * (0.7 + 0.0175 * (player.Level - 1));
        var value = player.Items.Value;
        var (attack, magic, health, guard, speed) = player.Archetype switch
        {
            Archetype.Fighter => (0.014, 0.0, 0.11, 0.0045, 0.002),
            Archetype.Assassin => (0.021, 0.0, 0.03, 0.002, 0.0015),
            Archetype.Marksman => (0.019, 0.0, 0.015, 0.001, 0.007),
            Archetype.OnHitMarksman => (0.012, 0.004, 0.015, 0.002, 0.009),
            Archetype.Tank => (0.001, 0.0, 0.17, 0.013, 0.0),
            Archetype.Guardian => (0.0, 0.002, 0.12, 0.012, 0.0),
            Archetype.Enchanter => (0.0, 0.017, 0.05, 0.003, 0.0),
            _ => (0.0, 0.034, 0.05, 0.003, 0.001),
        };
        var mana = player.Champion.ResourceType switch { "Mana" => 380 + (int)(42 * grown) + (int)(value * 0.03), "Energy" => 200, "None" => 0, _ => 100 };
        return new ChampionStats(
            590 + player.Champion.Id % 7 * 10 + (int)(101 * grown) + (int)(value * health),
            mana,
            58 + (int)(3.1 * grown) + (int)(value * attack),
            (int)(value * magic),
            30 + (int)(4.4 * grown) + (int)(value * guard),
            31 + (int)(1.5 * grown) + (int)(value * guard * 0.8),
            100 + (int)(2.4 * grown) + (int)(value * speed),
            Math.Min(90, value / 180),
            335 + (player.Items.Held.Any(id => id is 1001) ? 25 : player.Items.Held.Any(id => id is >= 3006 and <= 3020 or 3047 or 3111 or 3158) ? 45 : 0),
            player.Archetype is Archetype.Marksman or Archetype.OnHitMarksman ? value / 1500 : 0);
    }

    public JsonObject ToJson(double healthShare, double powerShare) => new()
    {
        ["abilityHaste"] = AbilityHaste,
        ["abilityPower"] = AbilityPower,
        ["armor"] = Armor,
        ["armorPen"] = 0,
        ["armorPenPercent"] = 0,
        ["attackDamage"] = AttackDamage,
        ["attackSpeed"] = AttackSpeed,
        ["bonusArmorPenPercent"] = 0,
        ["bonusMagicPenPercent"] = 0,
        ["ccReduction"] = 0,
        ["cooldownReduction"] = 0,
        ["health"] = (int)(HealthMax * healthShare),
        ["healthMax"] = HealthMax,
        ["healthRegen"] = 8 + HealthMax / 150,
        ["lifesteal"] = Lifesteal,
        ["magicPen"] = 0,
        ["magicPenPercent"] = 0,
        ["magicResist"] = MagicResist,
        ["movementSpeed"] = MovementSpeed,
        ["omnivamp"] = 0,
        ["physicalVamp"] = 0,
        ["power"] = (int)(PowerMax * powerShare),
        ["powerMax"] = PowerMax,
        ["powerRegen"] = PowerMax / 60,
        ["spellVamp"] = 0,
    };
}
