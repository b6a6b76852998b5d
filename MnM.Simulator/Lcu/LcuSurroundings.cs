using MnM.Simulator.Faults;
using MnM.Simulator.Network;

namespace MnM.Simulator.Lcu;

/// <summary>What every run of the League client finds on its machine.</summary>
internal sealed record LcuSurroundings(INetwork Network, FaultPlan Faults, ResponseFiles Files, RequestLog Log, TimeProvider Clock);
