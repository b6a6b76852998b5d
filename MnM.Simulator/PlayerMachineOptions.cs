using System.Collections.Immutable;
using MnM.Simulator.Faults;

namespace MnM.Simulator;

/// <summary>What a player's machine is told at its start.</summary>
public sealed record PlayerMachineOptions
{
    /// <summary>Where the League client puts its lockfile.</summary>
    public required string LeagueFolder { get; init; }

    /// <summary>The game's port; 0 for any free one.</summary>
    public int LivePort { get; init; }

    /// <summary>Game seconds for each real second.</summary>
    public double Speed { get; init; } = 1;

    public int Seed { get; init; } = 1;

    public ImmutableArray<Fault> Faults { get; init; } = [];
}
