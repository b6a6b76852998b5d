namespace MnM.Collector.Live.Recording;

/// <summary>How much of a game is stored.</summary>
/// <param name="GameId">Our id of the game.</param>
/// <param name="Polls">Polls stored, also those whose recording was deleted since.</param>
/// <param name="Gaps">Gaps marked between them.</param>
internal sealed record StoredCount(long GameId, int Polls, int Gaps);
