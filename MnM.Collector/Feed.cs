using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace MnM.Collector;

/// <summary>The latest value of something and every later one; a slow reader skips values and harms nobody.</summary>
public sealed class Feed<T>(T initial)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly List<Channel<T>> _readers = [];
    private T _current = initial;

    /// <summary>The value published last.</summary>
    public T Current
    {
        get { lock (_gate) { return _current; } }
    }

    /// <summary>How many readers are watching now.</summary>
    public int Readers
    {
        get { lock (_gate) { return _readers.Count; } }
    }

    /// <summary>Makes <paramref name="value"/> the current one and hands it to every reader.</summary>
    public void Publish(T value)
    {
        lock (_gate)
        {
            Set(value);
        }
    }

    /// <summary>
    /// Publishes a changed copy of the current value, where several publishers share it: under the lock, so that none undoes another's change.
    /// Nothing is published where <paramref name="change"/> gives the same object back.
    /// </summary>
    public void Update(Func<T, T> change)
    {
        lock (_gate)
        {
            if (change(_current) is var next && !ReferenceEquals(next, _current))
            {
                Set(next);
            }
        }
    }

    /// <summary>The current value at once, then the newest one each time the reader comes back for more.</summary>
    public async IAsyncEnumerable<T> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate)
        {
            // Under one lock: a value published between the snapshot and the subscription would be missed otherwise.
            channel.Writer.TryWrite(_current);
            _readers.Add(channel);
        }

        try
        {
            await foreach (var value in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return value;
            }
        }
        finally
        {
            lock (_gate)
            {
                _readers.Remove(channel);
            }
        }
    }

    private void Set(T value)
    {
        _current = value;
        foreach (var reader in _readers)
        {
            reader.Writer.TryWrite(value);
        }
    }
}
