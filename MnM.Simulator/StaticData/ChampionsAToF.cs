namespace MnM.Simulator.StaticData;

/// <summary>The champions from A to F.</summary>
internal static class ChampionsAToF
{
    public static readonly Champion[] All =
    [
        new(266, "Aatrox", "Aatrox", "Blood Well", ["Deathbringer Stance", "The Darkin Blade", "Infernal Chains", "Umbral Dash", "World Ender"]),
        new(103, "Ahri", "Ahri", "Mana", ["Essence Theft", "Orb of Deception", "Fox-Fire", "Charm", "Spirit Rush"]),
        new(84, "Akali", "Akali", "Energy", ["Assassin's Mark", "Five Point Strike", "Twilight Shroud", "Shuriken Flip", "Perfect Execution"]),
        new(166, "Akshan", "Akshan", "Mana", ["Dirty Fighting", "Avengerang", "Going Rogue", "Heroic Swing", "Comeuppance"]),
        new(12, "Alistar", "Alistar", "Mana", ["Triumphant Roar", "Pulverize", "Headbutt", "Trample", "Unbreakable Will"]),
        new(799, "Ambessa", "Ambessa", "Energy", ["Drakehound's Step", "Cunning Sweep", "Repudiation", "Lacerate", "Public Execution"]),
        new(32, "Amumu", "Amumu", "Mana", ["Cursed Touch", "Bandage Toss", "Despair", "Tantrum", "Curse of the Sad Mummy"]),
        new(34, "Anivia", "Anivia", "Mana", ["Rebirth", "Flash Frost", "Crystallize", "Frostbite", "Glacial Storm"]),
        new(1, "Annie", "Annie", "Mana", ["Pyromania", "Disintegrate", "Incinerate", "Molten Shield", "Summon: Tibbers"]),
        new(523, "Aphelios", "Aphelios", "Mana", ["The Hitman and the Seer", "Weapon Abilities", "Phase", "Weapon Queue System", "Moonlight Vigil"]),
        new(22, "Ashe", "Ashe", "Mana", ["Frost Shot", "Ranger's Focus", "Volley", "Hawkshot", "Enchanted Crystal Arrow"]),
        new(136, "AurelionSol", "Aurelion Sol", "Mana", ["Cosmic Creator", "Breath of Light", "Astral Flight", "Singularity", "Falling Star"]),
        new(893, "Aurora", "Aurora", "Mana", ["Spirit Abjuration", "Twofold Hex", "Across the Veil", "The Weirding", "Between Worlds"]),
        new(268, "Azir", "Azir", "Mana", ["Shurima's Legacy", "Conquering Sands", "Arise!", "Shifting Sands", "Emperor's Divide"]),
        new(432, "Bard", "Bard", "Mana", ["Traveler's Call", "Cosmic Binding", "Caretaker's Shrine", "Magical Journey", "Tempered Fate"]),
        new(200, "Belveth", "Bel'Veth", "None", ["Death in Lavender", "Void Surge", "Above and Below", "Royal Maelstrom", "Endless Banquet"]),
        new(53, "Blitzcrank", "Blitzcrank", "Mana", ["Mana Barrier", "Rocket Grab", "Overdrive", "Power Fist", "Static Field"]),
        new(63, "Brand", "Brand", "Mana", ["Blaze", "Sear", "Pillar of Flame", "Conflagration", "Pyroclasm"]),
        new(201, "Braum", "Braum", "Mana", ["Concussive Blows", "Winter's Bite", "Stand Behind Me", "Unbreakable", "Glacial Fissure"]),
        new(233, "Briar", "Briar", "Fury", ["Crimson Curse", "Head Rush", "Blood Frenzy", "Chilling Scream", "Certain Death"]),
        new(51, "Caitlyn", "Caitlyn", "Mana", ["Headshot", "Piltover Peacemaker", "Yordle Snap Trap", "90 Caliber Net", "Ace in the Hole"]),
        new(164, "Camille", "Camille", "Mana", ["Adaptive Defenses", "Precision Protocol", "Tactical Sweep", "Hookshot", "The Hextech Ultimatum"]),
        new(69, "Cassiopeia", "Cassiopeia", "Mana", ["Serpentine Grace", "Noxious Blast", "Miasma", "Twin Fang", "Petrifying Gaze"]),
        new(31, "Chogath", "Cho'Gath", "Mana", ["Carnivore", "Rupture", "Feral Scream", "Vorpal Spikes", "Feast"]),
        new(42, "Corki", "Corki", "Mana", ["Hextech Munitions", "Phosphorus Bomb", "Valkyrie", "Gatling Gun", "Missile Barrage"]),
        new(122, "Darius", "Darius", "Mana", ["Hemorrhage", "Decimate", "Crippling Strike", "Apprehend", "Noxian Guillotine"]),
        new(131, "Diana", "Diana", "Mana", ["Moonsilver Blade", "Crescent Strike", "Pale Cascade", "Lunar Rush", "Moonfall"]),
        new(36, "DrMundo", "Dr. Mundo", "None", ["Goes Where He Pleases", "Infected Bonesaw", "Heart Zapper", "Blunt Force Trauma", "Maximum Dosage"]),
        new(119, "Draven", "Draven", "Mana", ["League of Draven", "Spinning Axe", "Blood Rush", "Stand Aside", "Whirling Death"]),
        new(245, "Ekko", "Ekko", "Mana", ["Z-Drive Resonance", "Timewinder", "Parallel Convergence", "Phase Dive", "Chronobreak"]),
        new(60, "Elise", "Elise", "Mana", ["Spider Queen", "Neurotoxin", "Volatile Spiderling", "Cocoon", "Spider Form"]),
        new(28, "Evelynn", "Evelynn", "Mana", ["Demon Shade", "Hate Spike", "Allure", "Whiplash", "Last Caress"]),
        new(81, "Ezreal", "Ezreal", "Mana", ["Rising Spell Force", "Mystic Shot", "Essence Flux", "Arcane Shift", "Trueshot Barrage"]),
        new(9, "Fiddlesticks", "Fiddlesticks", "Mana", ["A Harmless Scarecrow", "Terrify", "Bountiful Harvest", "Reap", "Crowstorm"]),
        new(114, "Fiora", "Fiora", "Mana", ["Duelist's Dance", "Lunge", "Riposte", "Bladework", "Grand Challenge"]),
        new(105, "Fizz", "Fizz", "Mana", ["Nimble Fighter", "Urchin Strike", "Seastone Trident", "Playful", "Chum the Waters"]),
    ];
}
