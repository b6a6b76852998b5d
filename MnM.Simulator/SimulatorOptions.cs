using System.Collections.Immutable;
using MnM.Simulator.Chat;
using MnM.Simulator.Faults;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Tactics;

namespace MnM.Simulator;

/// <summary>What the simulator is told at its start.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Whether only to say what the switches are.</summary>
    public bool Help { get; init; }

    /// <summary>0 for any free port, here and for Riot's.</summary>
    public int LivePort { get; init; }

    public int RiotPort { get; init; }

    /// <summary>The League client's folder; null for a fresh one that goes with the simulator.</summary>
    public string? LcuDirectory { get; init; }

    /// <summary>Game seconds for each real second.</summary>
    public double Speed { get; init; } = 1;

    public int Seed { get; init; } = 1;

    public string? Match { get; init; }

    public string? Timeline { get; init; }

    /// <summary>Which match of a file of many.</summary>
    public string? MatchId { get; init; }

    /// <summary>Files of recorded responses to serve instead of games.</summary>
    public ImmutableArray<string> Polls { get; init; } = [];

    /// <summary>A folder of ready answers.</summary>
    public string? Responses { get; init; }

    public ImmutableArray<Fault> Faults { get; init; } = [];

    /// <summary>What happens around every game.</summary>
    public ImmutableArray<Incident> Incidents { get; init; } = [];

    /// <summary>Whether every game has incidents of its own, drawn by the seed.</summary>
    public bool DrawsIncidents { get; init; }

    public string? Log { get; init; }

    /// <summary>Whether the simulator ends when its standard input does.</summary>
    public bool ExitWithStdin { get; init; }

    /// <summary>What the two keys were given for, and so how much they may ask.</summary>
    public KeyKind RiotKeyKind { get; init; } = KeyKind.Personal;

    /// <summary>The key that Riot's API knows, and the one for Teamfight Tactics.</summary>
    public string RiotKey { get; init; } = KnownKeys.League.Value;

    public string RiotTftKey { get; init; } = KnownKeys.Tactics.Value;

    /// <summary>Milliseconds that an answer of Riot's API takes on average.</summary>
    public double RiotLatency { get; init; }

    /// <summary>Seconds of the evening from the end of a game until its match is there.</summary>
    public double MatchDelay { get; init; } = 120;

    /// <summary>How many friends play a week of their own beside the evening.</summary>
    public int Friends { get; init; }

    /// <summary>How many hours of that week have passed at the start; the first is that of Monday's midnight.</summary>
    public double FriendsHour { get; init; } = 116.5;

    /// <summary>How many players a small ladder of Teamfight Tactics has; 0 for the usual one.</summary>
    public int TftLadder { get; init; }

    /// <summary>How many matches they have played.</summary>
    public int TftMatches { get; init; } = 1_000;

    /// <summary>Whether a language model answers too.</summary>
    public bool HasLanguageModel { get; init; }

    /// <summary>What goes wrong with its answers, one after the other.</summary>
    public ImmutableArray<ChatFault> ChatFaults { get; init; } = [];

    /// <summary>Riot's servers.</summary>
    public RiotApiOptions RiotServers => new()
    {
        Port = RiotPort,
        Keys = [new RiotKey(RiotKey, RiotKeyKind), new RiotKey(RiotTftKey, RiotKeyKind, Products.Tactics)],
        MatchDelay = TimeSpan.FromSeconds(MatchDelay / Speed),
        Latency = TimeSpan.FromMilliseconds(RiotLatency),
        Seed = Seed,
        Faults = Faults,
    };

    /// <summary>The language model.</summary>
    public ChatOptions Chat => new() { Seed = Seed, Faults = [.. ChatFaults.Select(fault => (ChatFault?)fault)] };

    /// <summary>The friends' week, when it is now that time.</summary>
    internal FriendsWeek FriendsAt(DateTimeOffset now) => Friends == 0
        ? FriendsWeek.None
        : new FriendsWeek(new FriendsWeekOptions
        {
            Start = now - TimeSpan.FromHours(FriendsHour),
            Seed = Seed,
            Friends = Friends,
            Run = (int)(now.ToUnixTimeSeconds() / 60 % 10_000),
        });

    /// <summary>The small ladder, when it is now that time; null where there is none.</summary>
    internal TacticsLadder? LadderAt(DateTimeOffset now) => TftLadder == 0 ? null : new TacticsLadder(new Population(Population.Home), TftLadder, TftMatches, Seed, now);

    /// <summary>The player's machine, with the League client in that folder.</summary>
    public PlayerMachineOptions MachineIn(string folder) => new() { LeagueFolder = folder, LivePort = LivePort, Speed = Speed, Seed = Seed, Faults = Faults };
}
