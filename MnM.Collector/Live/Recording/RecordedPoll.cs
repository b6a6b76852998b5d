namespace MnM.Collector.Live.Recording;

/// <summary>A poll read back from the recording.</summary>
/// <param name="GameId">Our id of the game.</param>
/// <param name="Sequence">Number of the poll in the game, from 0.</param>
/// <param name="PolledAt">UTC; when the response had arrived.</param>
/// <param name="GameTime">Seconds since the game began.</param>
/// <param name="Response">UTF-8 JSON, deeply equal to what the game answered; member order may differ.</param>
public sealed record RecordedPoll(long GameId, int Sequence, DateTimeOffset PolledAt, double GameTime, ReadOnlyMemory<byte> Response);

/// <summary>A poll as it is stored.</summary>
/// <param name="Moment">When it was made.</param>
/// <param name="Delta">The change from the poll before as docs/delta.md describes it, UTF-8 JSON; null for a keyframe.</param>
public sealed record RecordedChange(RecordedMoment Moment, ReadOnlyMemory<byte>? Delta);
