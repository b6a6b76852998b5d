using System.Collections.Immutable;

namespace MnM.Simulator.StaticData;

/// <summary>One item of the shop: total price, the price of combining its components, and what it is built from.</summary>
public sealed record Item(int Id, string Name, int Total, int Combine, ImmutableArray<int> From, bool Consumable, bool Trinket);
