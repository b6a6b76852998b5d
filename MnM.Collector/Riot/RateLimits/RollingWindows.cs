using System.Collections.Immutable;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// The times of the last requests under one set of limits. Exact rolling windows: the request with number n goes once the one a limit's count before it
/// has left that limit's window; no counter and no bucket, which would let up to twice the limit into a window. Times are Unix milliseconds, each the latest
/// at which the server may have counted the request. Not thread-safe.
/// </summary>
internal sealed class RollingWindows
{
    /// <summary>Times are stored in blocks of so many.</summary>
    public const int BlockSize = 64;

    private readonly SortedSet<int> _changed = [];
    private long[] _times = new long[BlockSize];

    /// <summary>What the server allows; empty until its first answer told.</summary>
    public ImmutableArray<RateLimit> Limits { get; private set; } = [];

    /// <summary>Number of the next request.</summary>
    public long Next { get; private set; }

    /// <summary>Nothing goes before this.</summary>
    public long PausedUntil { get; private set; }

    /// <summary>Whether anything is not stored yet.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Blocks of times that are not stored yet.</summary>
    public IEnumerable<int> ChangedBlocks => _changed;

    /// <summary>The earliest time at which the next request may go; in the past where it may go now.</summary>
    /// <param name="share">Part of each limit that may be in use for it to go: 1 for all of it, less where the rest is kept for others.</param>
    public long FreeAt(double share)
    {
        var at = PausedUntil;
        foreach (var limit in Limits)
        {
            var allowed = Math.Max(1, (int)(limit.Requests * share));
            if (Next >= allowed)
            {
                at = Math.Max(at, _times[Place(Next - allowed)] + (limit.Seconds * 1000L));
            }
        }

        return at;
    }

    /// <summary>Books the next request, counted at the latest at <paramref name="latest"/>; answers its number.</summary>
    public long Take(long latest)
    {
        Set(Next, latest);
        return Next++;
    }

    /// <summary>Notes when a booked request was counted at the latest, now that it is known.</summary>
    public void Correct(long number, long at)
    {
        // One that is so old that its place was taken again is of no interest any more.
        if (number < Next && number >= Next - _times.Length)
        {
            Set(number, at);
        }
    }

    /// <summary>Takes over what the server says it allows.</summary>
    public void Learn(ImmutableArray<RateLimit> limits)
    {
        if (limits.IsEmpty || limits.SequenceEqual(Limits))
        {
            return;
        }

        Limits = limits;
        HasChanged = true;
        var length = LengthFor(limits);
        if (length > _times.Length)
        {
            Resize(length);
        }
    }

    /// <summary>Books requests that another program made with the same key: the server has counted more than were booked here.</summary>
    /// <param name="limit">The limit the server told its count for.</param>
    /// <param name="counted">Requests the server counted in that limit's window.</param>
    /// <param name="now">When it told.</param>
    public void Match(RateLimit limit, int counted, long now)
    {
        var foreign = Math.Min(counted, limit.Requests) - Used(limit, now);
        for (var request = 0; request < foreign; request++)
        {
            Take(now);
        }
    }

    /// <summary>Lets nothing go before <paramref name="until"/>.</summary>
    public void Pause(long until)
    {
        if (until > PausedUntil)
        {
            PausedUntil = until;
            HasChanged = true;
        }
    }

    /// <summary>How many booked requests are in a limit's window.</summary>
    public int Used(RateLimit limit, long now)
    {
        var used = 0;
        var oldest = Math.Max(0, Next - Math.Min(limit.Requests, _times.Length));
        for (var number = Next - 1; number >= oldest; number--)
        {
            used += _times[Place(number)] > now - (limit.Seconds * 1000L) ? 1 : 0;
        }

        return used;
    }

    /// <summary>Whether a booked request is still under way, so that its time may yet move forward.</summary>
    public bool HasOpen(long now)
    {
        var oldest = Math.Max(0, Next - _times.Length);
        for (var number = Next - 1; number >= oldest; number--)
        {
            if (_times[Place(number)] > now)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many blocks there are.</summary>
    public int Blocks => _times.Length / BlockSize;

    /// <summary>Takes over what is stored; the blocks follow.</summary>
    public void Restore(ImmutableArray<RateLimit> limits, long next, long pausedUntil, int blocks)
    {
        (Limits, Next, PausedUntil) = (limits, next, pausedUntil);
        if (blocks != Blocks)
        {
            _times = new long[blocks * BlockSize];
        }
    }

    /// <summary>Takes over a stored block. Times that lie further ahead than any request lasts come from a clock that was set back since.</summary>
    public void Restore(int block, ReadOnlySpan<byte> times, long latest)
    {
        if (block < 0 || (block + 1) * BlockSize > _times.Length || times.Length != BlockSize * sizeof(long))
        {
            return;
        }

        for (var place = 0; place < BlockSize; place++)
        {
            _times[(block * BlockSize) + place] = Math.Min(BitConverter.ToInt64(times[(place * sizeof(long))..]), latest);
        }
    }

    /// <summary>The bytes of a block, to store.</summary>
    public byte[] Block(int block)
    {
        var bytes = new byte[BlockSize * sizeof(long)];
        Buffer.BlockCopy(_times, block * bytes.Length, bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>All is stored.</summary>
    public void Stored()
    {
        _changed.Clear();
        HasChanged = false;
    }

    private static int LengthFor(ImmutableArray<RateLimit> limits)
    {
        var most = limits.IsEmpty ? 1 : limits.Max(limit => limit.Requests);
        return ((most / BlockSize) + 1) * BlockSize;
    }

    private int Place(long number) => (int)(number % _times.Length);

    private void Set(long number, long at)
    {
        var place = Place(number);
        _times[place] = at;
        _changed.Add(place / BlockSize);
        HasChanged = true;
    }

    /// <summary>More room, each request at its new place. Room is never given back: a limit that was lowered may be raised again.</summary>
    private void Resize(int length)
    {
        var before = _times;
        _times = new long[length];
        for (var number = Math.Max(0, Next - before.Length); number < Next; number++)
        {
            _times[Place(number)] = before[(int)(number % before.Length)];
        }

        _changed.UnionWith(Enumerable.Range(0, length / BlockSize));
    }
}
