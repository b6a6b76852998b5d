using System.Text.Json;

namespace MnM.Simulator;

/// <summary>Writes a JSON line for every request; without a file it does nothing.</summary>
public sealed class RequestLog(string? path, TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private readonly StreamWriter? _file = path is null ? null : new StreamWriter(path, append: false) { AutoFlush = true };

    /// <summary>Milliseconds since the log was begun.</summary>
    public long Milliseconds => (long)clock.GetElapsedTime(_started).TotalMilliseconds;

    /// <param name="route">The path.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="status">0 where no answer was given.</param>
    public void Write(string route, string method, int status) => Write(Milliseconds, route, method, status, key: null);

    /// <summary>A request to Riot's API.</summary>
    /// <param name="milliseconds">When it came.</param>
    /// <param name="route">The platform or region.</param>
    /// <param name="method">The name of the API's method, or the path where there is none.</param>
    /// <param name="status">0 where no answer was given.</param>
    /// <param name="key">The key that the request carried.</param>
    /// <param name="matchId">The match that was asked for, where one was.</param>
    public void Write(long milliseconds, string route, string method, int status, string? key, string? matchId = null)
    {
        if (_file is null)
        {
            return;
        }

        var line = matchId is null
            ? JsonSerializer.Serialize(new { t_ms = milliseconds, route, method, status, key })
            : JsonSerializer.Serialize(new { t_ms = milliseconds, route, method, status, key, match_id = matchId });
        lock (_lock)
        {
            _file.WriteLine(line);
        }
    }

    public void Dispose() => _file?.Dispose();
}
