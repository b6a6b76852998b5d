using System.Collections.Immutable;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// The times of the last requests under one set of limits, in Unix milliseconds: each the latest at which the server may have counted the request.
/// A request goes while fewer than a limit's count of them lie in the window that ends now. The server counts it no earlier than that and every other no later
/// than its time here, so no window of the server's ever holds more than the limit, however long requests and answers are under way.
/// A bucket that refills would let up to twice the limit into a window. Not thread-safe.
/// </summary>
internal sealed class RollingWindows
{
    /// <summary>Times are rounded up to it, so that answers which come together are one row in the database.</summary>
    public const long Grain = 20;

    /// <summary>Added to each window: the server's clock does not run exactly like ours.</summary>
    public const long ServerOverhead = 50;

    /// <summary>Times are kept so long even where no limit asks for it: the server may come up with a longer window.</summary>
    private const long LeastKept = 600_000;

    private readonly List<Booking> _bookings = [];
    private readonly SortedSet<long> _changed = [];
    private string? _told;

    /// <summary>What the server allows; empty until its first answer told.</summary>
    public ImmutableArray<RateLimit> Limits { get; private set; } = [];

    /// <summary>Nothing goes before this.</summary>
    public long PausedUntil { get; private set; }

    /// <summary>Whether anything is not stored yet.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The times whose requests are not stored yet, with how many there are now.</summary>
    public IEnumerable<Booking> Changed => _changed.Select(at => Find(at) is >= 0 and var place ? _bookings[place] : new Booking(at, 0));

    /// <summary>The earliest time at which the next request may go; in the past where it may go now.</summary>
    public long FreeAt(LaneShare share)
    {
        var at = PausedUntil;
        foreach (var limit in Limits)
        {
            at = Math.Max(at, FreeAt(limit, share));
        }

        return at;
    }

    /// <summary>The same for one limit alone; 0 where its window is not full.</summary>
    public long FreeAt(RateLimit limit, LaneShare share) => TimeOf(share.MostOf(limit)) is { } last ? last + limit.Milliseconds + ServerOverhead : 0;

    /// <summary>How many booked requests are in a limit's window that ends at <paramref name="now"/>.</summary>
    public int Used(RateLimit limit, long now) => After(now - limit.Milliseconds);

    /// <summary>How many booked requests are still under way, so that their time may yet move forward.</summary>
    public int Open(long now) => After(now);

    /// <summary>The latest of all times.</summary>
    public long Newest => _bookings.Count == 0 ? 0 : _bookings[^1].At;

    /// <summary>Books a request that the server counts at the latest then; answers that time as it was booked.</summary>
    public long Take(long latest)
    {
        latest = (latest + Grain - 1) / Grain * Grain;
        Change(latest, 1);
        return latest;
    }

    /// <summary>Moves a booked request to the time at which it was counted at the latest, now that it is known: after its place too, where the machine was too busy to give it up in time.</summary>
    /// <param name="booked">What <see cref="Take"/> answered.</param>
    /// <param name="at">The time; null where it was never sent.</param>
    public void Correct(long booked, long? at)
    {
        if (Find(booked) < 0)
        {
            return;
        }

        Change(booked, -1);
        if (at is { } counted)
        {
            Take(counted);
        }
    }

    /// <summary>Takes over what the server says it allows, as in its header; what is no limit changes nothing.</summary>
    public void Learn(string? header)
    {
        if (header is not null && header != _told && RateLimit.Parse(header) is { IsEmpty: false } limits)
        {
            HasChanged |= !limits.AsSpan().SequenceEqual(Limits.AsSpan());
            (_told, Limits) = (header, limits);
        }
    }

    /// <summary>Books what other programs asked with the same key, by the counts of the server's header. See the other.</summary>
    public void Match(ReadOnlySpan<char> counts, long sentAt, long now)
    {
        foreach (var part in counts.Split(','))
        {
            if (RateLimit.TryParse(counts[part].Trim(), out var count))
            {
                foreach (var limit in Limits)
                {
                    if (limit.Seconds == count.Seconds)
                    {
                        Match(limit, count.Requests, sentAt, now);
                    }
                }
            }
        }
    }

    /// <summary>Books requests that another program made with the same key: the server has counted more than were booked here.</summary>
    /// <param name="limit">The limit the server told its count for.</param>
    /// <param name="counted">Requests the server counted in that limit's window.</param>
    /// <param name="sentAt">When the request was sent that it told it with: whatever it counted of ours has a later time here than the window before that.</param>
    /// <param name="now">When it told.</param>
    public void Match(RateLimit limit, int counted, long sentAt, long now)
    {
        for (var foreign = Math.Min(counted, limit.Requests) - Used(limit, sentAt); foreign > 0; foreign--)
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

    /// <summary>The clock was set: forward by <paramref name="step"/>, or back where that is 0. All times move with it, none beyond <paramref name="latest"/>; a pause lasts no longer than the server may ask for.</summary>
    public void Shift(long step, long latest)
    {
        var before = _bookings.ToArray();
        foreach (var booking in before)
        {
            Change(booking.At, -booking.Requests);
        }

        foreach (var booking in before)
        {
            Change(Math.Min(booking.At + step, latest), booking.Requests);
        }

        PausedUntil = Math.Min(PausedUntil + step, latest + RateHeaders.LongestRetryAfter);
        HasChanged = true;
    }

    /// <summary>Forgets a pause that is over, and requests that no window reaches any more; answers the time before which there are none.</summary>
    public long Forget(long now)
    {
        var kept = LeastKept;
        foreach (var limit in Limits)
        {
            kept = Math.Max(kept, limit.Milliseconds + ServerOverhead);
        }

        if (PausedUntil > 0 && PausedUntil <= now)
        {
            // A clock that is set back would bring it to life again.
            (PausedUntil, HasChanged) = (0, true);
        }

        var place = Find(now - kept);
        _bookings.RemoveRange(0, place < 0 ? ~place : place);
        return now - kept;
    }

    /// <summary>Takes over what is stored.</summary>
    public void Restore(ImmutableArray<RateLimit> limits, long pausedUntil) => (Limits, PausedUntil, _told) = (limits, pausedUntil, null);

    /// <summary>Takes over how many requests are stored for a time.</summary>
    public void Restore(Booking stored)
    {
        var place = Find(stored.At);
        if (place >= 0)
        {
            _bookings.RemoveAt(place);
        }

        if (stored.Requests > 0)
        {
            _bookings.Insert(place < 0 ? ~place : place, stored);
        }
    }

    /// <summary>All is stored.</summary>
    public void Stored()
    {
        _changed.Clear();
        HasChanged = false;
    }

    private int Find(long at) => _bookings.BinarySearch(new Booking(at, 0));

    private int After(long time)
    {
        var requests = 0;
        for (var place = _bookings.Count - 1; place >= 0 && _bookings[place].At > time; place--)
        {
            requests += _bookings[place].Requests;
        }

        return requests;
    }

    /// <summary>The time of the request that so many, itself included, are not older than; null where there are fewer.</summary>
    private long? TimeOf(int newest)
    {
        for (var place = _bookings.Count - 1; place >= 0; place--)
        {
            newest -= _bookings[place].Requests;
            if (newest <= 0)
            {
                return _bookings[place].At;
            }
        }

        return null;
    }

    private void Change(long at, int requests)
    {
        var place = Find(at);
        Restore(new Booking(at, (place < 0 ? 0 : _bookings[place].Requests) + requests));
        _changed.Add(at);
        HasChanged = true;
    }
}

/// <summary>So many requests at one time, in Unix milliseconds; ordered by it.</summary>
internal readonly record struct Booking(long At, int Requests) : IComparable<Booking>
{
    public int CompareTo(Booking other) => At.CompareTo(other.At);
}
