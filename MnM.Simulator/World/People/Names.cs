namespace MnM.Simulator.World.People;

/// <summary>Riot IDs that nobody thought of one by one.</summary>
internal static class Names
{
    private static readonly string[] First =
    [
        "Amber", "Brisk", "Cinder", "Dusty", "Early", "Faded", "Gentle", "Hollow", "Idle", "Jolly", "Keen", "Lucky", "Mellow", "Nimble", "Olive", "Paper",
        "Quiet", "Rusty", "Silver", "Timid", "Umber", "Velvet", "Wander", "Yonder", "Zesty", "Frosty", "Sunny", "Stray", "Plain", "Bitter", "Minty", "Noble",
        "Grumpy", "Hasty", "Lofty", "Merry", "Odd", "Proud", "Rapid", "Salty",
    ];

    private static readonly string[] Second =
    [
        "Acorn", "Badger", "Candle", "Dolphin", "Ember", "Falcon", "Garlic", "Heron", "Island", "Jigsaw", "Kettle", "Ladder", "Magpie", "Needle", "Otter",
        "Pebble", "Quill", "Raven", "Saddle", "Teapot", "Urchin", "Violin", "Walnut", "Yarrow", "Zither", "Anchor", "Beacon", "Cactus", "Donkey", "Engine",
        "Ferry", "Goblet", "Hammer", "Icicle", "Jacket", "Kernel", "Lantern", "Marble", "Nettle", "Orchard", "Parsnip", "Radish", "Shovel", "Thistle",
        "Umbrella", "Vessel", "Willow", "Yogurt", "Comet", "Biscuit",
    ];

    /// <summary>How many there are before they repeat.</summary>
    public static int Count => First.Length * Second.Length;

    /// <summary>The Riot ID of that number on a platform.</summary>
    public static string RiotId(int number, string platform) =>
        $"{First[number % First.Length]} {Second[number / First.Length % Second.Length]}#{platform.ToUpperInvariant()}";
}
