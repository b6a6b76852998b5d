namespace MnM.Simulator.World;

/// <summary>A number that a timeline's frame gives for each participant; the names are Riot's, in camel case.</summary>
public enum FrameStat
{
    CurrentGold,
    TotalGold,
    MinionsKilled,
    JungleMinionsKilled,
    AbilityHaste,
    AbilityPower,
    Armor,
    ArmorPen,
    ArmorPenPercent,
    AttackDamage,
    AttackSpeed,
    BonusArmorPenPercent,
    BonusMagicPenPercent,
    CcReduction,
    Health,
    HealthMax,
    HealthRegen,
    Lifesteal,
    MagicPen,
    MagicPenPercent,
    MagicResist,
    MovementSpeed,
    Omnivamp,
    PhysicalVamp,
    Power,
    PowerMax,
    PowerRegen,
    SpellVamp,
}
