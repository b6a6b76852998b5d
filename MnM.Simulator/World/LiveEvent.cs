using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>An event as the live client lists it; fields that its kind does not have are null.</summary>
public sealed record LiveEvent(int Id, string Name, double Time)
{
    public string? Acer { get; init; }

    public string? AcingTeam { get; init; }

    /// <summary>Default where the kind has no list of assisters.</summary>
    public ImmutableArray<string> Assisters { get; init; }

    public string? DragonType { get; init; }

    public string? Building { get; init; }

    public int? KillStreak { get; init; }

    public string? KillerName { get; init; }

    public string? Recipient { get; init; }

    public string? Result { get; init; }

    public bool? Stolen { get; init; }

    public string? VictimName { get; init; }
}
