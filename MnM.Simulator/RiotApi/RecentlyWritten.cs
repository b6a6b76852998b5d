namespace MnM.Simulator.RiotApi;

/// <summary>Keeps the matches that were written last: whoever asks for a match asks for its timeline next.</summary>
internal sealed class RecentlyWritten<T>(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lazy<T>> _byId = [];
    private readonly Queue<string> _order = new();

    public T GetOrWrite(string id, Func<T> write)
    {
        Lazy<T>? written;
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out written))
            {
                _byId.Add(id, written = new Lazy<T>(write));
                _order.Enqueue(id);
                if (_order.Count > most)
                {
                    _byId.Remove(_order.Dequeue());
                }
            }
        }

        return written.Value;
    }
}
