namespace MnM.Simulator.World.Writing;

/// <summary>What a player sets out to buy: the first purchases, then finished items in order, boots among them.</summary>
internal sealed record BuildPlan(int[] Start, int[] Goals, int? SupportUpgrade, int Elixir)
{
    public static BuildPlan Choose(Random random, Role role, Archetype archetype)
    {
        var (core, later, boots) = Shelf(archetype);
        int[] finished = [.. Shuffled(random, core).Concat(Shuffled(random, later)).Take(5)];
        var bootsAt = random.Happens(0.7) ? 1 : 0;
        int[] goals = [.. finished[..bootsAt], random.Pick(boots), .. finished[bootsAt..]];
        int? upgrade = role == Role.Utility ? random.Pick(Upgrades(archetype)) : null;
        return new BuildPlan(
            Starters(random, role, archetype), goals, upgrade, IsMagic(archetype) ? 2139 : archetype is Archetype.Tank or Archetype.Guardian ? 2138 : 2140);
    }

    public static bool IsMagic(Archetype archetype) =>
        archetype is Archetype.MagicFighter or Archetype.MagicAssassin or Archetype.Mage or Archetype.Enchanter or Archetype.SupportMage;

    private static int[] Shuffled(Random random, int[] ids)
    {
        int[] copy = [.. ids];
        random.Shuffle(copy);
        return copy;
    }

    private static int[] Starters(Random random, Role role, Archetype archetype) => (role, archetype) switch
    {
        (Role.Utility, _) => [3865, 2003, 2003],
        (Role.Jungle, _) => [random.Pick([1101, 1102, 1103]), 2003],
        (_, Archetype.Tank) => [1054, 2003],
        (_, Archetype.Mage or Archetype.MagicAssassin or Archetype.MagicFighter) => [1056, 2003, 2003],
        (_, Archetype.Fighter) when random.Happens(0.25) => [1036, 2031],
        _ => [1055, 2003],
    };

    private static int[] Upgrades(Archetype archetype) => archetype switch
    {
        Archetype.Enchanter => [3870],
        Archetype.Guardian => [3869, 3876],
        Archetype.SupportMage => [3871],
        _ => [3877],
    };

    /// <summary>The first two finished items come from the core, the others from what is bought later.</summary>
    private static (int[] Core, int[] Later, int[] Boots) Shelf(Archetype archetype) => archetype switch
    {
        Archetype.Fighter => ([3078, 6610, 3071, 3161, 6631, 3074], [3053, 6333, 3026, 3156, 3748, 2501], [3047, 3111, 3047]),
        Archetype.MagicFighter => ([4633, 3115, 6653], [3157, 3089, 3116, 3102, 3137], [3020, 3111, 3047]),
        Archetype.Tank => ([3084, 3068, 6664, 6665], [2502, 4401, 3075, 3065, 3143, 3110, 2504], [3047, 3111]),
        Archetype.Assassin => ([6697, 6701, 6699, 3142], [6694, 3814, 6696, 6695, 6698, 3026], [3158, 3047, 3111]),
        Archetype.MagicAssassin => ([3100, 4646, 4645], [3157, 3089, 3135, 3152, 3102], [3020]),
        Archetype.Mage => ([6655, 3118, 4645, 2503], [3157, 3089, 3135, 4646, 3102, 4628], [3020, 3020, 3158]),
        Archetype.Marksman => ([6672, 3032, 3031, 6676], [3094, 3085, 3046, 3036, 3072, 6673, 3026], [3006, 3006, 3009]),
        Archetype.OnHitMarksman => ([3153, 3124, 6672], [3302, 3091, 3085, 3026, 3046], [3006]),
        Archetype.Enchanter => ([6617, 3504, 6620], [6616, 3107, 3222, 2065, 6621], [3158]),
        Archetype.Guardian => ([3190, 3050, 3109], [3107, 2502, 3110, 3075, 3065], [3158, 3047, 3009]),
        _ => ([6653, 4005, 2503], [3157, 4645, 3165, 3116, 3135], [3020, 3158]),
    };
}
