namespace MnM.Collector.StaticData;

/// <summary>Riot's lists of queues and maps, https://developer.riotgames.com/docs/lol#general_game-constants. Faults are <see cref="HttpRequestException"/> or timeouts.</summary>
internal sealed class GameConstantsClient(HttpClient http)
{
    public const string Queues = "queues.json";
    public const string Maps = "maps.json";

    /// <summary>One of the lists, as received.</summary>
    public Task<byte[]> GetAsync(string file, CancellationToken cancellationToken) =>
        // https://static.developer.riotgames.com/docs/lol/queues.json
        http.GetByteArrayAsync(file, cancellationToken);
}
