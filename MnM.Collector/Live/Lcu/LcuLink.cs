using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace MnM.Collector.Live.Lcu;

/// <summary>One connection to a League client: its socket, and the loop that hands on what the socket tells.</summary>
internal sealed class LcuLink(ClientAddress address, LcuSocket socket, Action<LcuEvent> take) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _told = new(StringComparer.Ordinal);
    private Task _reading = Task.CompletedTask;
    private volatile bool _closed;

    public ClientAddress Address => address;

    /// <summary>Whether the socket still tells changes.</summary>
    public bool IsOpen => !_closed;

    /// <summary>Paths that were asked for in vain and are to be asked for again.</summary>
    public Queue<string> Unread { get; } = [];

    /// <summary>How many changes of a path were told: where the number has grown, an answer that was asked for before may be older.</summary>
    public int ToldOf(string path) => _told.GetValueOrDefault(path);

    /// <summary>Begins to hand on changes; those since the socket was opened come first.</summary>
    public void Start() => _reading = Task.Run(ReadAsync);

    /// <summary>Marks the connection as useless; the next tick makes a new one.</summary>
    public void Close() => _closed = true;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        socket.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await foreach (var told in socket.ReadAsync(_stop.Token))
            {
                using (told)
                {
                    _told.AddOrUpdate(told.Path, 1, (_, count) => count + 1);
                    take(told);
                }
            }
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException)
        {
            // The client went away or the connection broke; a new one is made.
        }
        finally
        {
            _closed = true;
        }
    }
}
