namespace MnM.Collector.Live.Recording;

/// <summary>A poll read back from the recording.</summary>
/// <param name="GameId">Our id of the game.</param>
/// <param name="Sequence">Number of the poll in the game, from 0.</param>
/// <param name="PolledAt">UTC; when the response had arrived.</param>
/// <param name="GameTime">Seconds since the game began.</param>
/// <param name="Response">UTF-8 JSON, deeply equal to what the game answered; member order may differ.</param>
public sealed record RecordedPoll(long GameId, int Sequence, DateTimeOffset PolledAt, double GameTime, ReadOnlyMemory<byte> Response);

/// <summary>When a poll was recorded.</summary>
/// <param name="Sequence">Number of the poll in the game, from 0.</param>
/// <param name="GameTime">Seconds since the game began.</param>
/// <param name="PolledAt">UTC; when the response had arrived.</param>
/// <param name="Segment">Rises when the game time goes back.</param>
public readonly record struct RecordedMoment(int Sequence, double GameTime, DateTimeOffset PolledAt, int Segment)
{
    /// <summary>The last moment at or before a game time, of the last segment that reaches it; null before the first.</summary>
    internal static RecordedMoment? At(IReadOnlyList<RecordedMoment> moments, double seconds)
    {
        RecordedMoment? reached = null;
        RecordedMoment? latest = null;
        for (var i = moments.Count - 1; i >= 0; i--)
        {
            var moment = moments[i];
            if (moment.GameTime > seconds)
            {
                continue;
            }

            // The segment reaches the time: its next poll lies beyond, or this one lies on it.
            var next = i + 1 < moments.Count && moments[i + 1].Segment == moment.Segment ? moments[i + 1].GameTime : moment.GameTime;
            if (next >= seconds)
            {
                reached = moment;
                break;
            }

            if (latest is null || moment.GameTime > latest.Value.GameTime)
            {
                latest = moment;
            }
        }

        return reached ?? latest;
    }
}

/// <summary>A poll as it is stored.</summary>
/// <param name="Moment">When it was made.</param>
/// <param name="Delta">The change from the poll before as docs/delta.md describes it, UTF-8 JSON; null for a keyframe.</param>
public sealed record RecordedChange(RecordedMoment Moment, ReadOnlyMemory<byte>? Delta);
