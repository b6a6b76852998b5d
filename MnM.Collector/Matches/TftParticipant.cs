namespace MnM.Collector.Matches;

/// <summary>A player in a match of Teamfight Tactics.</summary>
/// <param name="Puuid">As the key's product sees the player; null where Riot names none.</param>
/// <param name="Placement">From 1, the best; in Double Up both of a pair come in one after the other.</param>
/// <param name="Level">At the end.</param>
/// <param name="LastRound">The last that the player saw, all stages counted through.</param>
/// <param name="GoldLeft">At the end.</param>
/// <param name="Eliminated">Players sent home; 0 for everybody in set 18, of which Riot does not tell it.</param>
/// <param name="Damage">To players; 0 for everybody in set 18, of which Riot does not tell it.</param>
/// <param name="PartnerGroup">Pairs of Double Up share it; null elsewhere, and where Riot does not say.</param>
/// <param name="GameName">The Riot ID's first part on that day; empty where Riot does not say.</param>
/// <param name="TagLine">Its second part.</param>
public sealed record TftParticipant(
    string? Puuid, int Placement, int Level, int LastRound, int GoldLeft, int Eliminated, int Damage, int? PartnerGroup, string GameName, string TagLine);
