using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace MnM.Simulator.Lcu;

/// <summary>
/// Recorded events of the League client's socket, told one a second from the first listener on. What they tell of is theirs alone:
/// requests are answered with what was told last, and the evening keeps silent about it.
/// </summary>
internal sealed class RecordedEvents : IDisposable
{
    /// <summary>The file in the folder of ready answers, one event a line; it may be gzipped.</summary>
    public const string FileName = LcuEvent.AllTopic + ".jsonl";

    private readonly ImmutableArray<LcuEvent> _events;
    private readonly Action<LcuEvent> _tell;
    private readonly ITimer _timer;
    private readonly TimeSpan _pause;
    private readonly Lock _lock = new();
    private int _told;

    public RecordedEvents(IEnumerable<LcuEvent> events, double speed, Action<LcuEvent> tell, TimeProvider clock)
    {
        (_events, _tell, _pause) = ([.. events], tell, TimeSpan.FromSeconds(1 / speed));
        _timer = clock.CreateTimer(_ => TellNext(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The events of a file: the objects alone, or whole frames around them.</summary>
    /// <exception cref="FormatException">A line is no event.</exception>
    public static IEnumerable<LcuEvent> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        path = File.Exists(path) ? path : path + ".gz";
        if (!File.Exists(path))
        {
            yield break;
        }

        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
            {
                yield return Parse(line) ?? throw new FormatException($"Line {number} of '{path}' is no event of the League client.");
            }
        }
    }

    public bool Owns(string path) => _events.Any(one => one.Uri == path);

    /// <summary>What a request for an owned path is answered with.</summary>
    public LcuAnswer Find(string path)
    {
        lock (_lock)
        {
            var last = _events.Take(_told).LastOrDefault(one => one.Uri == path);
            return last is null || string.Equals(last.Type, "Delete", StringComparison.OrdinalIgnoreCase)
                ? LcuAnswer.NotFound("RPC_ERROR", "No active delegate")
                : new LcuAnswer(200, last.Data);
        }
    }

    /// <summary>Somebody listens.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            if (_told == 0)
            {
                _timer.Change(_pause, _pause);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private static LcuEvent? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var one = json.RootElement is { ValueKind: JsonValueKind.Array } frame && frame.GetArrayLength() == 3 ? frame[2] : json.RootElement;
            return one.ValueKind == JsonValueKind.Object && one.TryGetProperty("data", out var data)
                && one.TryGetProperty("eventType", out var type) && one.TryGetProperty("uri", out var uri)
                ? new LcuEvent(uri.GetString()!, type.GetString()!, Encoding.UTF8.GetBytes(data.GetRawText()))
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private void TellNext()
    {
        LcuEvent? next;
        lock (_lock)
        {
            next = _told < _events.Length ? _events[_told++] : null;
        }

        if (next is null)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _tell(next);
        }
    }
}
