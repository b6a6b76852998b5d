using MnM.Simulator.World;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.Tactics;

namespace MnM.Simulator.RiotApi;

/// <summary>What Riot's servers share with the rest of the simulated world.</summary>
internal sealed record RiotSurroundings(GameLedger Ledger, ResponseFiles Files, RequestLog Log, TimeProvider Clock)
{
    public FriendsWeek Week { get; init; } = FriendsWeek.None;

    /// <summary>A small ladder in the place of the usual one; null where there is none.</summary>
    public TacticsLadder? Ladder { get; init; }
}
