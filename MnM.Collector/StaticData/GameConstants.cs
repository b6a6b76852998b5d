using System.Collections.Frozen;
using System.Text.Json;

namespace MnM.Collector.StaticData;

/// <summary>Riot's lists of queues and maps; immutable. They bear no version, and new queues are missing from them for a while.</summary>
public sealed record GameConstants
{
    private const string Games = " games";

    /// <summary>Queues by number, for example 420.</summary>
    public FrozenDictionary<int, QueueName> Queues { get; init; } = FrozenDictionary<int, QueueName>.Empty;

    /// <summary>Names of maps by number, for example 11.</summary>
    public FrozenDictionary<int, string> Maps { get; init; } = FrozenDictionary<int, string>.Empty;

    /// <summary>Before anything is read.</summary>
    public static GameConstants Empty { get; } = new();

    /// <summary>The lists with the content of one more file.</summary>
    /// <exception cref="JsonException">It is not that file, or has no entry.</exception>
    internal GameConstants With(string file, ReadOnlySpan<byte> json) => file == GameConstantsClient.Queues
        ? this with { Queues = NotEmpty(ReadQueues(json)).ToFrozenDictionary() }
        : this with { Maps = NotEmpty(ReadMaps(json)).ToFrozenDictionary() };

    private static Dictionary<int, QueueName> ReadQueues(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<int, QueueName>();
        foreach (var entry in JsonSerializer.Deserialize(json, GameConstantsJson.Default.QueueEntryArray) ?? [])
        {
            // "5v5 Ranked Solo games"; that of custom games is null, and their map says "Custom games".
            if (entry is { QueueId: { } id } && (entry.Description ?? entry.Map) is { Length: > 0 } name)
            {
                found[id] = new(id, name.EndsWith(Games, StringComparison.Ordinal) ? name[..^Games.Length] : name, entry.Map ?? "");
            }
        }

        return found;
    }

    private static Dictionary<int, string> ReadMaps(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<int, string>();
        foreach (var entry in JsonSerializer.Deserialize(json, GameConstantsJson.Default.MapEntryArray) ?? [])
        {
            if (entry is { MapId: { } id, MapName: { Length: > 0 } name })
            {
                found[id] = name;
            }
        }

        return found;
    }

    private static Dictionary<int, T> NotEmpty<T>(Dictionary<int, T> found) => found.Count > 0 ? found : throw new JsonException("The file has no entry.");
}

/// <summary>A queue in Riot's words.</summary>
/// <param name="Id">Riot's number.</param>
/// <param name="Name">For example "5v5 Ranked Solo".</param>
/// <param name="Map">For example "Summoner's Rift".</param>
public sealed record QueueName(int Id, string Name, string Map);
