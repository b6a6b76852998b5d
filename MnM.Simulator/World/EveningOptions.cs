using System.Collections.Immutable;
using MnM.Simulator.Faults;

namespace MnM.Simulator.World;

/// <summary>How an evening goes.</summary>
public sealed record EveningOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>Seconds of the evening for each real second.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>How many games are played; null for as many as there are.</summary>
    public int? Games { get; init; }

    /// <summary>Whether the evening begins at the end of a champion select, so that there is a game to be seen within seconds.</summary>
    public bool BeginsWithGame { get; init; }

    /// <summary>Faults of whole games.</summary>
    public ImmutableArray<Fault> Faults { get; init; } = [];

    /// <summary>The incidents of the game with that number, from 0.</summary>
    public Func<int, ImmutableArray<Incident>> IncidentsOf { get; init; } = static _ => [];
}
