using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MnM.Collector.Sharing;

/// <summary>
/// Lets devices in by a code that is open for five minutes, for one of them. A code is judged when it comes and answered when its wait is over: who sends many at once learns nothing sooner.
/// </summary>
public sealed class PairingDesk(TimeProvider time)
{
    /// <summary>How long a code is open.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromMinutes(5);

    private const int Digits = 6;
    private const int LinkTokenBytes = 16;

    private readonly Lock _gate = new();
    private readonly PairingPace _pace = new(time);
    private Pairing? _pairing;
    private Pairing? _used;
    private long _openedAt;

    /// <summary>The code that runs, also where wrong ones have closed it and the link alone is open; null where there is none.</summary>
    public Pairing? Current
    {
        get
        {
            lock (_gate)
            {
                return FindOpen();
            }
        }
    }

    /// <summary>Until the code that runs ends; none where there is none.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            lock (_gate)
            {
                return FindOpen() is null ? TimeSpan.Zero : Open - time.GetElapsedTime(_openedAt);
            }
        }
    }

    /// <summary>Opens a new code in the place of the one before.</summary>
    public Pairing OpenNew()
    {
        var code = RandomNumberGenerator.GetInt32((int)Math.Pow(10, Digits)).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        lock (_gate)
        {
            (_used, _pairing) = (null, new Pairing(code, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkTokenBytes)), time.GetUtcNow() + Open));
            _openedAt = time.GetTimestamp();
            return _pairing;
        }
    }

    /// <summary>Closes the open code.</summary>
    public void Close()
    {
        lock (_gate)
        {
            (_used, _pairing) = (null, null);
        }
    }

    /// <summary>Opens a code again that let nobody in, though it was right; not one that was followed by another or closed by its owner.</summary>
    public void Reopen(string shown)
    {
        lock (_gate)
        {
            if (_used is { } pairing && (AreSame(shown, pairing.Code) || AreSame(shown, pairing.LinkToken)))
            {
                (_used, _pairing) = (null, pairing);
            }
        }
    }

    /// <summary>Looks at what somebody shows.</summary>
    /// <param name="shown">A code, the token of a link, or the owner's code.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="isOwnerCode">Whether a text is the owner's code.</param>
    /// <param name="cancellationToken">Ends the wait, not the judgement.</param>
    public async Task<PairingAnswer> TryAsync(string shown, string address, Predicate<string> isOwnerCode, CancellationToken cancellationToken)
    {
        // Nobody can guess this one and a link's token, so that no stranger's tries hold them up.
        if (isOwnerCode(shown))
        {
            return new PairingAnswer.Accepted(IsOwner: true);
        }

        PairingAnswer answer;
        Pairing? judged;
        TimeSpan wait;
        lock (_gate)
        {
            if (FindOpen() is { } open && AreSame(shown, open.LinkToken))
            {
                return Use(open);
            }

            if (_pace.Begin(address) is { } retryAfter)
            {
                return new PairingAnswer.TooMany(retryAfter);
            }

            // Of those before: a right code after wrong ones is as slow as another wrong one would be.
            wait = _pace.WaitOf(address);
            answer = Judge(shown, address);
            judged = _used;
            if (answer is not PairingAnswer.Accepted)
            {
                _pace.Missed(address);
            }
        }

        try
        {
            await Task.Delay(wait, time, cancellationToken);
        }
        catch (OperationCanceledException) when (answer is PairingAnswer.Accepted)
        {
            Reopen(shown);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _pace.End(address);
            }
        }

        lock (_gate)
        {
            // Its owner may have closed it meanwhile, or opened another.
            return answer is PairingAnswer.Accepted && !ReferenceEquals(judged, _used) ? new PairingAnswer.Closed() : answer;
        }
    }

    // Not by the wall clock, which may be set back.
    private Pairing? FindOpen() => _pairing is { } pairing && time.GetElapsedTime(_openedAt) < Open ? pairing : null;

    private PairingAnswer Judge(string shown, string address)
    {
        if (FindOpen() is not { TriesLeft: > 0 } pairing)
        {
            return new PairingAnswer.Closed();
        }

        if (AreSame(shown, pairing.Code))
        {
            return Use(pairing);
        }

        _pairing = pairing with { WrongFrom = pairing.WrongFrom.Add(address) };
        return new PairingAnswer.Wrong(_pairing.TriesLeft);
    }

    private PairingAnswer.Accepted Use(Pairing pairing)
    {
        (_used, _pairing) = (pairing, null);
        return new PairingAnswer.Accepted(IsOwner: false);
    }

    // In a time that does not depend on where they differ.
    private static bool AreSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
