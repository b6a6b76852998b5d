namespace MnM.Simulator.StaticData;

/// <summary>Starters, potions, wards, boots and components of Summoner's Rift.</summary>
internal static class BasicItems
{
    public static readonly ItemRow[] All =
    [
        // Starters
        new(1054, "Doran's Shield", 450), new(1055, "Doran's Blade", 450), new(1056, "Doran's Ring", 400),
        new(1082, "Dark Seal", 350), new(1083, "Cull", 450), new(3070, "Tear of the Goddess", 400),
        new(1101, "Scorchclaw Pup", 450), new(1102, "Gustwalker Hatchling", 450), new(1103, "Mosstomper Seedling", 450),
        new(3865, "World Atlas", 400), new(3866, "Runic Compass", 400), new(3867, "Bounty of Worlds", 400),
        new(3869, "Celestial Opposition", 400, 3867), new(3870, "Dream Maker", 400, 3867), new(3871, "Zaz'Zak's Realmspike", 400, 3867),
        new(3876, "Solstice Sleigh", 400, 3867), new(3877, "Bloodsong", 400, 3867),

        // Consumables and trinkets
        new(2003, "Health Potion", 50) { Consumable = true }, new(2010, "Total Biscuit of Everlasting Will", 50) { Consumable = true },
        new(2031, "Refillable Potion", 150), new(2055, "Control Ward", 75) { Consumable = true },
        new(2138, "Elixir of Iron", 500) { Consumable = true }, new(2139, "Elixir of Sorcery", 500) { Consumable = true },
        new(2140, "Elixir of Wrath", 500) { Consumable = true },
        new(3340, "Stealth Ward", 0) { Trinket = true }, new(3363, "Farsight Alteration", 0) { Trinket = true },
        new(3364, "Oracle Lens", 0) { Trinket = true },

        // Boots
        new(1001, "Boots", 300), new(2422, "Slightly Magical Footwear", 300), new(3006, "Berserker's Greaves", 1100, 1001, 1042, 1042),
        new(3009, "Boots of Swiftness", 1000, 1001), new(3010, "Symbiotic Soles", 900, 1001), new(3020, "Sorcerer's Shoes", 1100, 1001),
        new(3047, "Plated Steelcaps", 1200, 1001, 1029), new(3111, "Mercury's Treads", 1250, 1001, 1033),
        new(3158, "Ionian Boots of Lucidity", 900, 1001, 2022), new(3013, "Synchronized Souls", 900, 3010),
        new(3170, "Swiftmarch", 1500, 3009), new(3171, "Crimson Lucidity", 1400, 3158), new(3172, "Gunmetal Greaves", 1600, 3006),
        new(3173, "Chainlaced Crushers", 1750, 3111), new(3174, "Armored Advance", 1700, 3047), new(3175, "Spellslinger's Shoes", 1600, 3020),
        new(3176, "Forever Forward", 1400, 3013),

        // Basic components
        new(1004, "Faerie Charm", 200), new(1006, "Rejuvenation Bead", 300), new(1018, "Cloak of Agility", 600), new(1026, "Blasting Wand", 850),
        new(1027, "Sapphire Crystal", 300), new(1028, "Ruby Crystal", 400), new(1029, "Cloth Armor", 300), new(1033, "Null-Magic Mantle", 400),
        new(1036, "Long Sword", 350), new(1037, "Pickaxe", 875), new(1038, "B. F. Sword", 1300), new(1042, "Dagger", 250),
        new(1052, "Amplifying Tome", 400), new(1058, "Needlessly Large Rod", 1200), new(2022, "Glowing Mote", 250),

        // Combined components
        new(1011, "Giant's Belt", 900, 1028), new(1031, "Chain Vest", 800, 1029), new(1043, "Recurve Bow", 700, 1042),
        new(1053, "Vampiric Scepter", 900, 1036), new(1057, "Negatron Cloak", 850, 1033), new(2019, "Steel Sigil", 1100, 1029, 1036, 1029),
        new(2020, "The Brutalizer", 1337, 2022, 1037), new(2021, "Tunneler", 1150, 1036, 1028), new(2420, "Seeker's Armguard", 1600, 1052, 1029, 1052),
        new(2508, "Fated Ashes", 900, 1052), new(3024, "Glacial Buckler", 900, 1029, 1027, 2022), new(3035, "Last Whisper", 1450, 1036, 1036),
        new(3044, "Phage", 1100, 1028, 1036), new(3051, "Hearthbound Axe", 1200, 1036, 1042, 1036), new(3057, "Sheen", 900, 2022),
        new(3066, "Winged Moonplate", 800, 1028), new(3067, "Kindlegem", 800, 1028, 2022), new(3076, "Bramble Vest", 800, 1029, 1029),
        new(3077, "Tiamat", 1200, 1036, 1036), new(3082, "Warden's Mail", 1000, 1029, 1029), new(3086, "Zeal", 1200, 1018, 1042),
        new(3105, "Aegis of the Legion", 1100, 1033, 1029), new(3108, "Fiendish Codex", 850, 1052, 2022), new(3113, "Aether Wisp", 900, 1052),
        new(3114, "Forbidden Idol", 600, 1004), new(3123, "Executioner's Calling", 800, 1036), new(3133, "Caulfield's Warhammer", 1050, 1036, 2022, 1036),
        new(3134, "Serrated Dirk", 1000, 1036, 1036), new(3140, "Quicksilver Sash", 1300, 1033), new(3144, "Scout's Slingshot", 600, 1042, 1042),
        new(3145, "Hextech Alternator", 1100, 1052, 1052), new(3147, "Haunting Guise", 1300, 1052, 1028), new(3155, "Hexdrinker", 1300, 1036, 1033, 1036),
        new(3211, "Spectre's Cowl", 1250, 1028, 1033, 1006), new(3801, "Crystalline Bracer", 800, 1028, 1006),
        new(3802, "Lost Chapter", 1200, 1052, 1027, 2022), new(3803, "Catalyst of Aeons", 1300, 1028, 1028, 1027),
        new(3916, "Oblivion Orb", 800, 1052), new(4630, "Blighting Jewel", 1100, 1052), new(4632, "Verdant Barrier", 1600, 1052, 1033, 1052),
        new(4642, "Bandleglass Mirror", 900, 1004, 1052, 2022), new(6660, "Bami's Cinder", 900, 1028, 2022), new(6670, "Noonquiver", 1300, 1036, 1018),
        new(6690, "Rectrix", 775, 1036),
    ];
}
