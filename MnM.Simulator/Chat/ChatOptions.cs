using System.Collections.Immutable;

namespace MnM.Simulator.Chat;

/// <summary>What the simulated language model is told at its start.</summary>
public sealed record ChatOptions
{
    public const string Model = "simulated-1";

    /// <summary>0 for any free port.</summary>
    public int Port { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>What goes wrong with the first question, the second and so on, over and over; null is nothing.</summary>
    public ImmutableArray<ChatFault?> Faults { get; init; } = [];

    /// <summary>The key that it wants; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>How many things it looks up before it answers.</summary>
    public int LookUps { get; init; } = 2;

    internal ChatFault? FaultOf(int question) => Faults.IsEmpty ? null : Faults[question % Faults.Length];
}
