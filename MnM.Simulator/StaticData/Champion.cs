using System.Collections.Immutable;

namespace MnM.Simulator.StaticData;

/// <summary>One champion: the number Riot's interfaces use, the alias pictures are named by, and the abilities as passive, Q, W, E, R.</summary>
public sealed record Champion(int Id, string Alias, string Name, string ResourceType, ImmutableArray<string> Abilities);
