using System.Text.Json;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>A line of the request log that is of Riot's API: such lines name the route, the method and the key.</summary>
public sealed record LoggedRequest(long Milliseconds, string Route, string Method, int Status, string Key)
{
    /// <summary>The match that was asked for; null where none was.</summary>
    public string? MatchId { get; init; }

    /// <summary>The requests of a log, in the order of their times; those to other interfaces are left out.</summary>
    public static IReadOnlyList<LoggedRequest> ReadAll(string path) => [.. File.ReadLines(path).Select(Read).OfType<LoggedRequest>().OrderBy(one => one.Milliseconds)];

    /// <summary>The request of a line; null where it was to another interface.</summary>
    public static LoggedRequest? Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return root.GetProperty("key").GetString() is { } key && RiotMethods.Find(root.GetProperty("method").GetString()!) is { } method
            ? new LoggedRequest(root.GetProperty("t_ms").GetInt64(), root.GetProperty("route").GetString()!, method.Name, root.GetProperty("status").GetInt32(), key)
            {
                MatchId = root.TryGetProperty("match_id", out var match) ? match.GetString() : null,
            }
            : null;
    }
}
