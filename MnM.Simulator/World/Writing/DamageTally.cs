namespace MnM.Simulator.World.Writing;

/// <summary>Damage by kind, in whole points as the timeline counts it.</summary>
internal sealed class DamageTally
{
    public int Physical { get; private set; }
    public int Magic { get; private set; }
    public int True { get; private set; }
    public int Total => Physical + Magic + True;

    public void Add(DamageSplit split)
    {
        Physical += split.Physical;
        Magic += split.Magic;
        True += split.True;
    }
}

/// <summary>One blow, or the sum of several, by kind.</summary>
internal readonly record struct DamageSplit(int Physical, int Magic, int True)
{
    public static DamageSplit Of(Archetype archetype, double amount)
    {
        var (physical, magic) = archetype switch
        {
            Archetype.Fighter or Archetype.Assassin => (0.84, 0.06),
            Archetype.Marksman => (0.86, 0.1),
            Archetype.OnHitMarksman => (0.66, 0.2),
            Archetype.Tank or Archetype.Guardian => (0.34, 0.6),
            Archetype.MagicFighter => (0.22, 0.7),
            _ => (0.12, 0.83),
        };
        return new DamageSplit((int)(amount * physical), (int)(amount * magic), (int)(amount * (1 - physical - magic)));
    }

    public int Total => Physical + Magic + True;
}
