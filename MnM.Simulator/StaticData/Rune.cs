using System.Collections.Immutable;

namespace MnM.Simulator.StaticData;

/// <summary>One rune of a tree.</summary>
public sealed record Rune(int Id, string Key, string Name, bool Keystone);

/// <summary>One of the five rune trees; its runes row by row, the keystones first, the other rows three wide.</summary>
public sealed record RuneTree(int Id, string Key, string Name, ImmutableArray<Rune> Runes);
