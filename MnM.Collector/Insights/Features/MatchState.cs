namespace MnM.Collector.Insights.Features;

/// <summary>How a match stood at a moment: what the blue side had more than the red one, each counted from the events up to then.</summary>
/// <param name="At">Seconds since the game began.</param>
public readonly record struct MatchState(double At)
{
    /// <summary>Gold earned, between two frames along the line from one to the other.</summary>
    public double Gold { get; init; }

    /// <summary>Experience, likewise.</summary>
    public double Experience { get; init; }

    /// <summary>Levels, as of the frame before.</summary>
    public int Levels { get; init; }

    /// <summary>Minions and neutral monsters, as of the frame before.</summary>
    public int Cs { get; init; }
    public int Kills { get; init; }

    /// <summary>Champions alive. Timelines do not tell when somebody comes back, so the game's own rule is applied to levels and time.</summary>
    public int Alive { get; init; }
    public int Plates { get; init; }
    public int Towers { get; init; }

    /// <summary>Inhibitors of the enemy that are down now.</summary>
    public int Inhibitors { get; init; }
    public int Grubs { get; init; }
    public int Heralds { get; init; }

    /// <summary>Dragons but the elder.</summary>
    public int Dragons { get; init; }

    /// <summary>1 where blue has four dragons, −1 where red has.</summary>
    public int Soul { get; init; }

    /// <summary>1 while blue bears the baron's might, −1 while red does.</summary>
    public int Baron { get; init; }

    /// <summary>1 while blue bears the elder dragon's, −1 while red does.</summary>
    public int Elder { get; init; }
    public int Atakhan { get; init; }
}
