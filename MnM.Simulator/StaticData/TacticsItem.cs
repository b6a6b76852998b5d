using System.Collections.Immutable;
using MnM.Simulator.StaticData.Drawing;

namespace MnM.Simulator.StaticData;

/// <summary>An item of Teamfight Tactics, the same in every set.</summary>
internal sealed record TacticsItem(string Id, string Text, Glyph Glyph)
{
    public static ImmutableArray<TacticsItem> All { get; } =
    [
        Of("InfinityEdge", "Infinity Edge", Glyph.Sword), Of("JeweledGauntlet", "Jeweled Gauntlet", Glyph.Star),
        Of("GuinsoosRageblade", "Guinsoo's Rageblade", Glyph.Dagger), Of("Bloodthirster", "Bloodthirster", Glyph.Drop),
        Of("WarmogsArmor", "Warmog's Armor", Glyph.Heart), Of("GargoyleStoneplate", "Gargoyle Stoneplate", Glyph.Mountain),
        Of("Redemption", "Redemption", Glyph.Wing), Of("LastWhisper", "Last Whisper", Glyph.Bow), Of("BlueBuff", "Blue Buff", Glyph.Flask),
        Of("Morellonomicon", "Morellonomicon", Glyph.Eye), Of("BrambleVest", "Bramble Vest", Glyph.Leaf), Of("DragonsClaw", "Dragon's Claw", Glyph.Paw),
        Of("GiantSlayer", "Giant Slayer", Glyph.Bolt), Of("HandOfJustice", "Hand Of Justice", Glyph.Cross),
        Of("SpearOfShojin", "Spear of Shojin", Glyph.Compass), Of("ArchangelsStaff", "Archangel's Staff", Glyph.Staff),
    ];

    private static TacticsItem Of(string name, string text, Glyph glyph) => new($"TFT_Item_{name}", text, glyph);
}
