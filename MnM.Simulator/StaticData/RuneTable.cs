using System.Collections.Immutable;

namespace MnM.Simulator.StaticData;

/// <summary>The five rune trees.</summary>
internal static class RuneTable
{
    public static ImmutableArray<RuneTree> Trees { get; } =
    [
        new(8000, "Precision", "Precision",
        [
            Keystone(8005, "PressTheAttack", "Press the Attack"), Keystone(8008, "LethalTempo", "Lethal Tempo"),
            Keystone(8021, "FleetFootwork", "Fleet Footwork"), Keystone(8010, "Conqueror", "Conqueror"),
            Minor(9101, "AbsorbLife", "Absorb Life"), Minor(9111, "Triumph", "Triumph"), Minor(8009, "PresenceOfMind", "Presence of Mind"),
            Minor(9104, "LegendAlacrity", "Legend: Alacrity"), Minor(9105, "LegendHaste", "Legend: Haste"),
            Minor(9103, "LegendBloodline", "Legend: Bloodline"),
            Minor(8014, "CoupDeGrace", "Coup de Grace"), Minor(8017, "CutDown", "Cut Down"), Minor(8299, "LastStand", "Last Stand"),
        ]),
        new(8100, "Domination", "Domination",
        [
            Keystone(8112, "Electrocute", "Electrocute"), Keystone(8128, "DarkHarvest", "Dark Harvest"), Keystone(9923, "HailOfBlades", "Hail of Blades"),
            Minor(8126, "CheapShot", "Cheap Shot"), Minor(8139, "TasteOfBlood", "Taste of Blood"), Minor(8143, "SuddenImpact", "Sudden Impact"),
            Minor(8137, "SixthSense", "Sixth Sense"), Minor(8140, "GrislyMementos", "Grisly Mementos"), Minor(8141, "DeepWard", "Deep Ward"),
            Minor(8135, "TreasureHunter", "Treasure Hunter"), Minor(8105, "RelentlessHunter", "Relentless Hunter"),
            Minor(8106, "UltimateHunter", "Ultimate Hunter"),
        ]),
        new(8200, "Sorcery", "Sorcery",
        [
            Keystone(8214, "SummonAery", "Summon Aery"), Keystone(8229, "ArcaneComet", "Arcane Comet"), Keystone(8230, "PhaseRush", "Phase Rush"),
            Minor(8224, "NullifyingOrb", "Axiom Arcanist"), Minor(8226, "ManaflowBand", "Manaflow Band"), Minor(8275, "NimbusCloak", "Nimbus Cloak"),
            Minor(8210, "Transcendence", "Transcendence"), Minor(8234, "Celerity", "Celerity"), Minor(8233, "AbsoluteFocus", "Absolute Focus"),
            Minor(8237, "Scorch", "Scorch"), Minor(8232, "Waterwalking", "Waterwalking"), Minor(8236, "GatheringStorm", "Gathering Storm"),
        ]),
        new(8300, "Inspiration", "Inspiration",
        [
            Keystone(8351, "GlacialAugment", "Glacial Augment"), Keystone(8360, "UnsealedSpellbook", "Unsealed Spellbook"),
            Keystone(8369, "FirstStrike", "First Strike"),
            Minor(8306, "HextechFlashtraption", "Hextech Flashtraption"), Minor(8304, "MagicalFootwear", "Magical Footwear"),
            Minor(8321, "CashBack", "Cash Back"),
            Minor(8313, "PerfectTiming", "Triple Tonic"), Minor(8352, "TimeWarpTonic", "Time Warp Tonic"),
            Minor(8345, "BiscuitDelivery", "Biscuit Delivery"),
            Minor(8347, "CosmicInsight", "Cosmic Insight"), Minor(8410, "ApproachVelocity", "Approach Velocity"),
            Minor(8316, "JackOfAllTrades", "Jack Of All Trades"),
        ]),
        new(8400, "Resolve", "Resolve",
        [
            Keystone(8437, "GraspOfTheUndying", "Grasp of the Undying"), Keystone(8439, "Aftershock", "Aftershock"), Keystone(8465, "Guardian", "Guardian"),
            Minor(8446, "Demolish", "Demolish"), Minor(8463, "FontOfLife", "Font of Life"), Minor(8401, "ShieldBash", "Shield Bash"),
            Minor(8429, "Conditioning", "Conditioning"), Minor(8444, "SecondWind", "Second Wind"), Minor(8473, "BonePlating", "Bone Plating"),
            Minor(8451, "Overgrowth", "Overgrowth"), Minor(8453, "Revitalize", "Revitalize"), Minor(8242, "Unflinching", "Unflinching"),
        ]),
    ];

    private static Rune Keystone(int id, string key, string name) => new(id, key, name, Keystone: true);

    private static Rune Minor(int id, string key, string name) => new(id, key, name, Keystone: false);
}
