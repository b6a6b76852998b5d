namespace MnM.Collector.Live.Recording;

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
