using System.Collections.Immutable;
using MnM.Simulator.Faults;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Simulator.RiotApi;

/// <summary>What Riot's simulated servers are told at their start.</summary>
public sealed record RiotApiOptions
{
    /// <summary>0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The keys that are known.</summary>
    public ImmutableArray<RiotKey> Keys { get; init; } = [KnownKeys.League, KnownKeys.Tactics];

    /// <summary>How long after its end a match appears.</summary>
    public TimeSpan MatchDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an answer takes on average; from a quarter of that to seven quarters.</summary>
    public TimeSpan Latency { get; init; }

    public int Seed { get; init; } = 1;

    public ImmutableArray<Fault> Faults { get; init; } = [];

    /// <summary>The share of requests that are answered with a server error, spread by chance.</summary>
    public double ErrorShare { get; init; }

    public ImmutableArray<RiotOutage> Outages { get; init; } = [];
}
