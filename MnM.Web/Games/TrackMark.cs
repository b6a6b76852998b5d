using System.Collections.Immutable;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>An event on the track of the slider.</summary>
/// <param name="Key">The event's.</param>
/// <param name="At">Percent of the track.</param>
/// <param name="Second">Where the slider goes to show it.</param>
/// <param name="Side">Above the track for blue, below for red.</param>
/// <param name="Icon">Its drawing; null for a kill, which is a dot.</param>
/// <param name="Title">What happened, a line for each event that it stands for.</param>
public sealed record TrackMark(string Key, double At, double Second, Side Side, string? Icon, string Title)
{
    // What a drawing and a dot cover of the track, in percent.
    private const double Drawing = 2.2;
    private const double Dot = 0.8;

    private static readonly string[] Drawn = ["tower", "inhib", "baron", "herald", "grubs", "skull", "dragon", "infernal", "ocean", "mountain", "cloud", "hextech", "chemtech"];

    /// <summary>The second at which the poll that tells of an event at <paramref name="time"/> can be seen.</summary>
    public static double SecondOf(double time) => Math.Ceiling(time + 0.01);

    /// <summary>The marks of a game that lasts <paramref name="end"/> seconds. What would lie on another mark joins that one.</summary>
    public static ImmutableArray<TrackMark> Of(ImmutableArray<EventLine> lines, double end)
    {
        var marks = new List<TrackMark>();
        foreach (var line in lines.Where(line => line.Side != Side.None).OrderBy(line => line.Time))
        {
            if (line.Key[0] != 'e' || (line.Icon != "kill" && !Drawn.Contains(line.Icon)))
                continue;

            var mark = new TrackMark(line.Key, Math.Clamp(Math.Round(line.Time * 100 / end, 2), 0, 100), SecondOf(line.Time), line.Side, line.Icon == "kill" ? null : line.Icon, line.Title);
            var near = marks.FindLastIndex(one => one.Side == mark.Side && one.Icon is null == mark.Icon is null && mark.At - one.At < (mark.Icon is null ? Dot : Drawing));
            if (near < 0)
                marks.Add(mark);
            else
                marks[near] = marks[near] with { Title = $"{marks[near].Title}\n{mark.Title}" };
        }

        return [.. marks];
    }
}
