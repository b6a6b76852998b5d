namespace MnM.Collector.StaticData;

/// <summary>What was asked for in vain and for how long it is not asked for again. Not safe for several threads.</summary>
internal sealed class PictureMisses(TimeProvider time)
{
    // Keys come from addresses that anybody on the page can type.
    private const int Most = 4096;

    private readonly Dictionary<string, DateTimeOffset> _until = [];

    public bool Holds(string path) => _until.TryGetValue(path, out var until) && time.GetUtcNow() < until;

    public void Add(string path, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        if (_until.Count >= Most)
        {
            foreach (var ended in _until.Where(miss => miss.Value <= now).ToList())
            {
                _until.Remove(ended.Key);
            }
        }

        if (_until.Count < Most)
        {
            _until[path] = now + lifetime;
        }
    }
}
