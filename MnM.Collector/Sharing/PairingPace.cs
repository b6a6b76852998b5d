namespace MnM.Collector.Sharing;

/// <summary>How fast codes may be shown: one address one after the other and ever slower, all together so many a minute. Not safe for several at once; its owner locks.</summary>
internal sealed class PairingPace(TimeProvider time)
{
    /// <summary>Most codes that are looked at in a minute.</summary>
    public const int MostOfAll = 30;

    /// <summary>Most of them from one address, so that one cannot keep all others out.</summary>
    public const int MostOfOne = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private readonly Queue<(long At, string Address)> _shown = [];
    private readonly Dictionary<string, (int Count, long At)> _wrong = [];
    private readonly HashSet<string> _waiting = [];

    /// <summary>Lets a code from <paramref name="address"/> be looked at; else how long nothing is.</summary>
    public TimeSpan? Begin(string address)
    {
        var now = time.GetTimestamp();
        while (_shown.TryPeek(out var first) && time.GetElapsedTime(first.At, now) >= Minute)
        {
            _shown.Dequeue();
        }

        foreach (var (old, _) in _wrong.Where(pair => time.GetElapsedTime(pair.Value.At, now) >= ForgottenAfter).ToList())
        {
            _wrong.Remove(old);
        }

        if (_waiting.Contains(address))
        {
            return TimeSpan.FromSeconds(1);
        }

        var own = _shown.Where(shown => shown.Address == address).ToList();
        var full = own.Count >= MostOfOne ? own[0].At : _shown.Count >= MostOfAll ? _shown.Peek().At : (long?)null;
        if (full is { } begun)
        {
            return Minute - time.GetElapsedTime(begun, now);
        }

        _shown.Enqueue((now, address));
        _waiting.Add(address);
        return null;
    }

    /// <summary>Notes that a code was wrong.</summary>
    public void Missed(string address) => _wrong[address] = (_wrong.GetValueOrDefault(address).Count + 1, time.GetTimestamp());

    /// <summary>How long the answer is held back: a second for each wrong code.</summary>
    public TimeSpan WaitOf(string address) =>
        TimeSpan.FromSeconds(Math.Min(_wrong.GetValueOrDefault(address).Count, LongestWait.TotalSeconds));

    /// <summary>The answer is on its way.</summary>
    public void End(string address) => _waiting.Remove(address);
}
