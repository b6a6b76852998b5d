namespace MnM.Benchmarks.Viewers;

/// <summary>That a viewer has a poll.</summary>
/// <param name="Viewer">Which one.</param>
/// <param name="Sequence">The number of the poll in its game.</param>
/// <param name="At">UTC; when all of it was there.</param>
/// <param name="PolledAt">UTC; when MnM had the game's answer, where the viewer is told.</param>
internal sealed record Sighting(string Viewer, int Sequence, DateTimeOffset At, DateTimeOffset? PolledAt = null);
