namespace MnM.Simulator.StaticData;

/// <summary>One summoner spell: number, the alias pictures are named by, and name.</summary>
public sealed record SummonerSpell(int Id, string Alias, string Name);
