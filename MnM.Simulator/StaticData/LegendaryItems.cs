namespace MnM.Simulator.StaticData;

/// <summary>Finished items of Summoner's Rift.</summary>
internal static class LegendaryItems
{
    public static readonly ItemRow[] All =
    [
        // Attack damage and critical strike
        new(3026, "Guardian Angel", 3200, 2019, 1038), new(3031, "Infinity Edge", 3450, 1038, 1037, 1018),
        new(3032, "Yun Tal Wildarrows", 3000, 1038, 3144, 1036),
        new(3033, "Mortal Reminder", 3300, 3123, 3035, 1018), new(3036, "Lord Dominik's Regards", 3100, 3035, 6670),
        new(3046, "Phantom Dancer", 2650, 1042, 3086, 1042), new(3072, "Bloodthirster", 3400, 1038, 1037, 1053),
        new(3085, "Runaan's Hurricane", 2650, 3086, 3144), new(3087, "Statikk Shiv", 2700, 3144, 6690, 1037),
        new(3094, "Rapid Firecannon", 2650, 3086, 3144), new(3139, "Mercurial Scimitar", 3200, 3140, 1037, 1053),
        new(3302, "Terminus", 3000, 3051, 1043), new(3508, "Essence Reaver", 2900, 1037, 3133, 1018),
        new(6672, "Kraken Slayer", 3100, 6690, 3051, 1043), new(6673, "Immortal Shieldbow", 3000, 1037, 6670),
        new(6675, "Navori Flickerblade", 2650, 1042, 3086, 1042), new(6676, "The Collector", 3000, 1037, 3134, 1018),
        new(3091, "Wit's End", 2800, 1043, 1057, 1043), new(3124, "Guinsoo's Rageblade", 3000, 1052, 1043, 1037),
        new(3153, "Blade of The Ruined King", 3200, 1053, 1043, 1037), new(3004, "Manamune", 2900, 3070, 3133, 1036), new(3042, "Muramana", 2900),

        // Lethality
        new(3142, "Youmuu's Ghostblade", 2800, 3134, 6690, 1036), new(3179, "Umbral Glaive", 2500, 3134, 3133), new(3814, "Edge of Night", 3000, 3134, 2021),
        new(6694, "Serylda's Grudge", 3000, 3133, 3035), new(6695, "Serpent's Fang", 2500, 3134, 1037), new(6696, "Axiom Arc", 3000, 2020, 3133),
        new(6697, "Hubris", 3000, 3134, 3133), new(6698, "Profane Hydra", 3200, 3077, 2020), new(6699, "Voltaic Cyclosword", 3000, 2020, 1036, 1036),
        new(6701, "Opportunity", 2700, 1037, 3134, 1036),

        // Fighters
        new(2501, "Overlord's Bloodmail", 3300, 2021, 2021), new(3053, "Sterak's Gage", 3200, 1037, 2021, 1028),
        new(3071, "Black Cleaver", 3000, 3044, 3067, 1037),
        new(3073, "Experimental Hexplate", 3000, 2021, 3044, 1042), new(3074, "Ravenous Hydra", 3300, 3077, 1053, 3133),
        new(3078, "Trinity Force", 3333, 3057, 3044, 3051), new(3156, "Maw of Malmortius", 3100, 3155, 3133),
        new(3161, "Spear of Shojin", 3100, 1037, 2021, 1028), new(3181, "Hullbreaker", 3000, 2021, 3066, 1037),
        new(3748, "Titanic Hydra", 3300, 3077, 2021, 1011), new(6333, "Death's Dance", 3300, 2019, 1037, 3133),
        new(6609, "Chempunk Chainsword", 3100, 3123, 1011, 3133), new(6610, "Sundered Sky", 3100, 2021, 3133, 1028),
        new(6631, "Stridebreaker", 3300, 3077, 3044, 1042), new(6692, "Eclipse", 2900, 3133, 1037, 1036),

        // Ability power
        new(2503, "Blackfire Torch", 2800, 3802, 2508), new(3003, "Archangel's Staff", 2900, 3070, 3802, 3108), new(3040, "Seraph's Embrace", 2900),
        new(3041, "Mejai's Soulstealer", 1500, 1082), new(3089, "Rabadon's Deathcap", 3500, 1058, 1058), new(3100, "Lich Bane", 2900, 3057, 3113, 1026),
        new(3102, "Banshee's Veil", 3000, 1058, 4632), new(3115, "Nashor's Tooth", 2900, 1043, 1026, 3108),
        new(3116, "Rylai's Crystal Scepter", 2600, 1026, 1011, 1052), new(3118, "Malignance", 2700, 3802, 1026), new(3135, "Void Staff", 3000, 4630, 1026),
        new(3137, "Cryptbloom", 3000, 4630, 3108, 3108), new(3152, "Hextech Rocketbelt", 2650, 3145, 3108, 1028),
        new(3157, "Zhonya's Hourglass", 3250, 1058, 2420), new(3165, "Morellonomicon", 2850, 3916, 1026, 3067),
        new(4628, "Horizon Focus", 2800, 3108, 3108, 1026), new(4629, "Cosmic Drive", 3000, 3067, 3113, 3108), new(4633, "Riftmaker", 3100, 3147, 3108),
        new(4645, "Shadowflame", 3200, 3145, 1058), new(4646, "Stormsurge", 2800, 3145, 3113), new(6653, "Liandry's Torment", 3000, 3147, 2508),
        new(6655, "Luden's Echo", 2750, 3802, 3145), new(6657, "Rod of Ages", 2600, 1026, 3803), new(8010, "Bloodletter's Curse", 2900, 3147, 3108),

        // Defence
        new(2502, "Unending Despair", 2800, 3105, 1011), new(2504, "Kaenic Rookern", 2900, 3211, 1057), new(3002, "Trailblazer", 2400, 3066, 1031),
        new(3065, "Spirit Visage", 2700, 3211, 3067), new(3068, "Sunfire Aegis", 2700, 6660, 1031), new(3075, "Thornmail", 2450, 3076, 1031, 1028),
        new(3083, "Warmog's Armor", 3100, 1011, 1011, 3801), new(3084, "Heartsteel", 3000, 1011, 3801, 1011), new(3110, "Frozen Heart", 2500, 3082, 3024),
        new(3119, "Winter's Approach", 2400, 3070, 1011, 3067), new(3121, "Fimbulwinter", 2400), new(3143, "Randuin's Omen", 2700, 3082, 1011),
        new(3742, "Dead Man's Plate", 2900, 3066, 1028, 1031), new(4401, "Force of Nature", 2800, 1057, 1028, 3066),
        new(6662, "Iceborn Gauntlet", 2900, 3057, 1028, 1031), new(6664, "Hollow Radiance", 2800, 6660, 3211),
        new(6665, "Jak'Sho, The Protean", 3200, 1011, 1031, 1057), new(8020, "Abyssal Mask", 2650, 3067, 1057),

        // Support
        new(2065, "Shurelya's Battlesong", 2200, 3113, 4642), new(3050, "Zeke's Convergence", 2200, 3067, 1029, 1033),
        new(3107, "Redemption", 2300, 3067, 3114), new(3109, "Knight's Vow", 2300, 3067, 1031, 1006),
        new(3190, "Locket of the Iron Solari", 2200, 3067, 1029, 1033), new(3222, "Mikael's Blessing", 2300, 3067, 3114),
        new(3504, "Ardent Censer", 2200, 3113, 3114), new(4005, "Imperial Mandate", 2250, 3108, 4642),
        new(6616, "Staff of Flowing Water", 2250, 3108, 3114), new(6617, "Moonstone Renewer", 2200, 3067, 4642),
        new(6620, "Echoes of Helia", 2200, 3067, 4642), new(6621, "Dawncore", 2500, 1026, 3114, 3114),
    ];
}
