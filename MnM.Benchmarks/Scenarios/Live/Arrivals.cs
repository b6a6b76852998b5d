using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>
/// When each viewer had each poll. A viewer that skips a poll has it with the next one it sees, and its delay runs until then.
/// </summary>
/// <param name="Polls">How many polls are counted: those after the last viewer came and long enough before the end.</param>
/// <param name="Delays">Milliseconds from the arrival of the game's answer until a viewer had it or a later one, for each viewer and poll.</param>
/// <param name="Missed">How often a viewer had neither.</param>
internal sealed record Arrivals(int Polls, IReadOnlyList<double> Delays, int Missed)
{
    /// <summary>What a poll may take before it counts as missed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="seen">What all viewers saw of one game; some of them are told when a poll was made.</param>
    /// <param name="end">When the first viewer was stopped.</param>
    public static Arrivals Of(IReadOnlyList<Sighting> seen, DateTimeOffset end)
    {
        var viewers = seen.GroupBy(sighting => sighting.Viewer).Select(viewer => viewer.OrderBy(sighting => sighting.At).ToList()).ToList();
        var first = viewers.Max(viewer => viewer[0].Sequence);
        var polls = seen.Where(sighting => sighting.PolledAt is not null)
            .Select(sighting => (sighting.Sequence, At: sighting.PolledAt!.Value))
            .Distinct()
            .Where(poll => poll.Sequence > first && poll.At + Longest < end)
            .ToList();
        var delays = new List<double>();
        var missed = 0;
        foreach (var viewer in viewers)
        {
            foreach (var poll in polls)
            {
                if (viewer.Find(sighting => sighting.Sequence >= poll.Sequence) is { } sighting && sighting.At - poll.At < Longest)
                {
                    delays.Add((sighting.At - poll.At).TotalMilliseconds);
                }
                else
                {
                    missed++;
                }
            }
        }

        return new(polls.Count, delays, missed);
    }
}
