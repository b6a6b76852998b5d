namespace MnM.Simulator.World.Writing;

/// <summary>A place on Summoner's Rift in the game's own units.</summary>
internal readonly record struct Place(double X, double Y)
{
    public Place Near(Random random, double radius) => new(X + random.Between(-radius, radius), Y + random.Between(-radius, radius));

    public Place Towards(Place other, double share) => new(X + (other.X - X) * share, Y + (other.Y - Y) * share);
}

/// <summary>The three lanes as structures know them.</summary>
internal enum Lane
{
    Top,
    Mid,
    Bot,
}

/// <summary>Where things stand on Summoner's Rift.</summary>
internal static class RiftMap
{
    public const int Blue = 100;
    public const int Red = 200;

    public static readonly Place DragonPit = new(9866, 4414);
    public static readonly Place BaronPit = new(5007, 10471);
    public static readonly Place AtakhanPit = new(5650, 9250);

    private static readonly Place[][] BlueTowers =
    [
        [new(981, 10441), new(1512, 6699), new(1169, 4287)],
        [new(5846, 6396), new(5048, 4812), new(3651, 3696)],
        [new(10504, 1029), new(6919, 1483), new(4281, 1253)],
    ];

    private static readonly Place[][] RedTowers =
    [
        [new(4318, 13875), new(7943, 13411), new(10481, 13650)],
        [new(8955, 8510), new(9767, 10113), new(11134, 11207)],
        [new(13866, 4505), new(13327, 8226), new(13624, 10572)],
    ];

    private static readonly Place[] BlueInhibitors = [new(1171, 3571), new(3203, 3208), new(3452, 1236)];
    private static readonly Place[] RedInhibitors = [new(11261, 13676), new(11598, 11667), new(13604, 11316)];
    private static readonly Place[] LaneMiddles = [new(2500, 12500), new(7400, 7400), new(12500, 2500)];

    private static readonly Place[] BlueCamps = [new(3800, 8000), new(3800, 6500), new(2150, 8400), new(7000, 5400), new(7750, 4000), new(8400, 2700)];
    private static readonly Place[] RedCamps = [new(11000, 7000), new(11000, 8400), new(12700, 6450), new(7850, 9500), new(7050, 10900), new(6500, 12300)];

    public static Place Fountain(int team) => team == Blue ? new(400, 450) : new(14340, 14390);

    public static Place Tower(int team, Lane lane, int tier) => (team == Blue ? BlueTowers : RedTowers)[(int)lane][tier];

    public static Place NexusTower(int team, int which) =>
        (team, which) switch { (Blue, 0) => new(1748, 2270), (Blue, _) => new(2177, 1807), (_, 0) => new(13052, 12612), _ => new(12611, 13084) };

    public static Place Inhibitor(int team, Lane lane) => (team == Blue ? BlueInhibitors : RedInhibitors)[(int)lane];

    public static Place[] Camps(int team) => team == Blue ? BlueCamps : RedCamps;

    public static Place LaneMiddle(Lane lane) => LaneMiddles[(int)lane];

    public static Lane LaneOf(Role role) => role switch { Role.Top => Lane.Top, Role.Bottom or Role.Utility => Lane.Bot, _ => Lane.Mid };

    public static string Name(Lane lane) => lane switch { Lane.Top => "TOP_LANE", Lane.Mid => "MID_LANE", _ => "BOT_LANE" };

    public static int Other(int team) => team == Blue ? Red : Blue;
}
