using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Features;

/// <summary>What one participant earned, frame by frame, and when they were dead.</summary>
internal sealed class PlayerCourse
{
    /// <summary>Frames come a little later than each full minute, and later from minute to minute.</summary>
    private const double Late = 2;

    private readonly double[] _times;
    private readonly MinuteFigures[] _figures;
    private readonly List<(double From, double Until)> _deaths = [];

    private PlayerCourse(int number, int side, double[] times, MinuteFigures[] figures) => (Number, Side, _times, _figures) = (number, side, times, figures);

    public int Number { get; }

    /// <summary>1 for blue, −1 for red.</summary>
    public int Side { get; }

    /// <summary>Null where no frame tells of the participant.</summary>
    public static PlayerCourse? Of(int number, int side, Timeline timeline)
    {
        var (times, figures, highest) = (new List<double>(), new List<MinuteFigures>(), default(MinuteFigures));
        foreach (var frame in timeline.Frames)
        {
            if (frame.People.TryGetValue(number, out var told))
            {
                // None of these ever falls: a frame that says less was told wrongly.
                highest = new MinuteFigures(
                    Math.Max(highest.Cs, told.Cs), Math.Max(highest.Gold, told.Gold), Math.Max(highest.Experience, told.Experience), Math.Max(highest.Level, told.Level));
                times.Add(frame == timeline.Frames[^1] ? frame.At : OfMinute(frame.At));
                figures.Add(highest);
            }
        }

        if (times.Count == 0)
        {
            return null;
        }

        var player = new PlayerCourse(number, side, [.. times], [.. figures]);
        foreach (var death in timeline.Kills.Where(kill => kill.Victim == number))
        {
            player._deaths.Add((death.At, death.At + Respawn.Seconds(player.FrameBefore(death.At).Level, death.At)));
        }

        return player;
    }

    /// <summary>The figures of the last frame up to then; of the first where there is none before.</summary>
    public MinuteFigures FrameBefore(double seconds) => _figures[Math.Max(0, Last(seconds))];

    /// <summary>Gold and experience, between two frames along the line from one to the other.</summary>
    public (double Gold, double Experience) Earned(double seconds)
    {
        var before = Last(seconds);
        if (before < 0 || before == _times.Length - 1)
        {
            var only = _figures[Math.Max(0, before)];
            return (only.Gold, only.Experience);
        }

        var (from, to, share) = (_figures[before], _figures[before + 1], (seconds - _times[before]) / (_times[before + 1] - _times[before]));
        return (from.Gold + (share * (to.Gold - from.Gold)), from.Experience + (share * (to.Experience - from.Experience)));
    }

    /// <param name="seconds">When.</param>
    /// <param name="withThatMoment">Whether who died at that very moment is dead.</param>
    public bool IsAlive(double seconds, bool withThatMoment)
    {
        foreach (var (from, until) in _deaths)
        {
            if (seconds < until && (from < seconds || (withThatMoment && from == seconds)))
            {
                return false;
            }
        }

        return true;
    }

    private static double OfMinute(double seconds) => Math.Round(seconds / 60) * 60 is var minute && Math.Abs(seconds - minute) <= Late ? minute : seconds;

    /// <summary>The last frame that is not later; −1 where all are.</summary>
    private int Last(double seconds)
    {
        var last = -1;
        while (last + 1 < _times.Length && _times[last + 1] <= seconds)
        {
            last++;
        }

        return last;
    }
}
