namespace MnM.Simulator.World;

/// <summary>Counts multikills for timelines that do not tell them: kills at most 10 seconds apart, 30 for the fifth.</summary>
internal sealed class KillStreaks
{
    private readonly Dictionary<int, (int Length, double Last)> _streaks = [];
    private int _kills;

    /// <summary>Whether the kill counted last was the first of the game.</summary>
    public bool IsFirst => _kills == 1;

    public int Count(int killer, double time)
    {
        _kills++;
        var (length, last) = _streaks.GetValueOrDefault(killer);
        length = length is > 0 and < 5 && time - last <= (length == 4 ? 30 : 10) ? length + 1 : 1;
        _streaks[killer] = (length, time);
        return length;
    }
}
