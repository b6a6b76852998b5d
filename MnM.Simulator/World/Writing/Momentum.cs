namespace MnM.Simulator.World.Writing;

/// <summary>How much better blue stands at each moment: it ends with the winner, but on the way there it swings.</summary>
internal sealed class Momentum
{
    private readonly double _sign;
    private readonly double _duration;
    private readonly (double Size, double Waves, double Phase)[] _swings;

    public Momentum(Random random, int winner, double duration)
    {
        _sign = winner == RiftMap.Blue ? 1 : -1;
        _duration = duration;
        _swings = [.. Enumerable.Range(0, 3).Select(i =>
            (random.Between(0.25, 0.6) / (i + 1), random.Between(0.7, 1.6) * (i + 1), random.Between(0, 2 * Math.PI)))];
    }

    /// <summary>From −1 (red in full control) to 1 (blue).</summary>
    public double At(long now)
    {
        var x = Math.Clamp(now / _duration, 0, 1);
        var swing = _swings.Sum(s => s.Size * Math.Sin(2 * Math.PI * s.Waves * x + s.Phase));
        return Math.Clamp(_sign * 0.8 * Math.Pow(x, 1.7) + swing * Math.Sqrt(1 - x), -1, 1);
    }

    /// <summary>The chance that the team wins what is fought over now.</summary>
    public double Chance(int team, long now)
    {
        var blue = 1 / (1 + Math.Exp(-2.2 * At(now)));
        return team == RiftMap.Blue ? blue : 1 - blue;
    }
}
