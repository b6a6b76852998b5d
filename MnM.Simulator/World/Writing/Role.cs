namespace MnM.Simulator.World.Writing;

/// <summary>The five positions, in the order participants are listed.</summary>
internal enum Role
{
    Top,
    Jungle,
    Middle,
    Bottom,
    Utility,
}

/// <summary>How a champion fights, which decides runes, spells, items and where its damage goes.</summary>
internal enum Archetype
{
    Fighter,
    MagicFighter,
    Tank,
    Assassin,
    MagicAssassin,
    Mage,
    Marksman,
    OnHitMarksman,
    Enchanter,
    Guardian,
    SupportMage,
}
