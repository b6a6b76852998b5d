namespace MnM.Collector.Matches.Played;

/// <summary>Somebody with whom a player was on one side more than once.</summary>
/// <param name="Puuid">As the key's product sees them.</param>
/// <param name="GameName">The Riot ID of today where MnM knows the player, else that of the last game together; empty where Riot did not say.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="Games">How many games together, remakes included.</param>
public sealed record Companion(string Puuid, string GameName, string TagLine, int Games);
