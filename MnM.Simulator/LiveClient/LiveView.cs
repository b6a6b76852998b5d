namespace MnM.Simulator.LiveClient;

/// <summary>Through whose eyes a client shows the game.</summary>
internal sealed record LiveView(bool Spectator, bool Streamer);
