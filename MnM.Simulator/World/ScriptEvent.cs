using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>An event of a timeline, with only the fields that its type has.</summary>
public sealed record ScriptEvent
{
    /// <summary>Riot's word, such as CHAMPION_KILL.</summary>
    public required string Type { get; init; }

    /// <summary>Seconds of game time.</summary>
    public required double Time { get; init; }

    public int Participant { get; init; }

    public int Killer { get; init; }

    public int Victim { get; init; }

    public ImmutableArray<int> Assists { get; init; } = [];

    public int Item { get; init; }

    public int ItemBefore { get; init; }

    public int ItemAfter { get; init; }

    public int Level { get; init; }

    public int SkillSlot { get; init; }

    public int TeamId { get; init; }

    public int KillStreak { get; init; }

    /// <summary>Monster, building, kill, ward or level-up type, whichever the event has.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Dragon or tower type.</summary>
    public string SubKind { get; init; } = "";

    public string Lane { get; init; } = "";

    /// <summary>What dealt the deadly damage when no champion did: TOWER, MINION, MONSTER or OTHER.</summary>
    public string DeadlyDamage { get; init; } = "";

    public string DeadlyDamageName { get; init; } = "";
}
