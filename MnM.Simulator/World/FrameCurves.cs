namespace MnM.Simulator.World;

/// <summary>The frames of a timeline as curves: any figure of any participant at any second.</summary>
public sealed class FrameCurves
{
    private static readonly int Stats = Enum.GetValues<FrameStat>().Length;
    private readonly double[] _times;
    private readonly double[][] _values;
    private readonly int _participants;

    /// <param name="times">Seconds of game time, rising.</param>
    /// <param name="values">For each frame the figures of participant 1, then of 2 and so on, each in the order of <see cref="FrameStat"/>.</param>
    /// <param name="participants">How many participants a frame has.</param>
    public FrameCurves(IReadOnlyList<double> times, IReadOnlyList<double[]> values, int participants)
    {
        _times = [.. times];
        _values = [.. values];
        _participants = participants;
    }

    public int Count => _times.Length;

    /// <summary>The figure between the two frames around that second, in a straight line; 0 where no frame knows the participant.</summary>
    public double At(int participant, FrameStat stat, double seconds)
    {
        if (_times.Length == 0 || participant < 1 || participant > _participants)
        {
            return 0;
        }

        var column = ((participant - 1) * Stats) + (int)stat;
        var after = Array.BinarySearch(_times, seconds);
        after = after < 0 ? ~after : after;
        if (after == 0 || after == _times.Length)
        {
            return _values[Math.Min(after, _times.Length - 1)][column];
        }

        var (from, to) = (_times[after - 1], _times[after]);
        var share = to > from ? (seconds - from) / (to - from) : 1;
        return _values[after - 1][column] + (share * (_values[after][column] - _values[after - 1][column]));
    }
}
