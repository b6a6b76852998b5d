using System.Data.Common;

namespace MnM.Web.Search;

/// <summary>Asks for what somebody types once they pause. Only the latest text is answered; what was found before stays until then. Used from one thread at a time, a circuit's.</summary>
/// <param name="ask">Answers a text.</param>
/// <param name="time">Whose clock tells a pause.</param>
internal sealed class TypedSearch(Func<string, CancellationToken, Task<FoundThings>> ask, TimeProvider time) : IDisposable
{
    /// <summary>How long nothing is typed before it is asked.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private CancellationTokenSource _latest = new();

    /// <summary>As it was typed last, without blanks at its ends.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The last answer; it may be of an older text while the next one is on its way. Null before the first.</summary>
    public FoundThings? Found { get; private set; }

    /// <summary>Whether an answer is on its way.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>Why the last text could not be answered; null where it was.</summary>
    public DbException? Fault { get; private set; }

    /// <summary>Takes a text. It is done when its answer is there, or when another text came meanwhile.</summary>
    public async Task TypeAsync(string text)
    {
        var (sought, gone) = (text.Trim(), Begin());
        Text = sought;
        (Fault, IsAsking) = (null, sought.Length > 0);
        if (!IsAsking)
        {
            Found = null;
            return;
        }

        try
        {
            await Task.Delay(Pause, time, gone);
            var found = await ask(sought, gone);
            if (!gone.IsCancellationRequested)
            {
                (Found, IsAsking) = (found, false);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Another text came.
        }
        catch (DbException fault) when (!gone.IsCancellationRequested)
        {
            (Found, Fault, IsAsking) = (null, fault, false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _latest.Cancel();
        _latest.Dispose();
    }

    /// <summary>Ends what is asked before. At once: a third text could come while the second waits for the first to end.</summary>
    private CancellationToken Begin()
    {
        Dispose();
        _latest = new CancellationTokenSource();
        return _latest.Token;
    }
}
