using System.Net;
using System.Text.Json;

namespace MnM.Collector.StaticData;

/// <summary>Riot's static data, https://developer.riotgames.com/docs/lol#data-dragon. Faults are <see cref="HttpRequestException"/> or timeouts.</summary>
internal sealed class DataDragonClient(HttpClient http)
{
    /// <summary>The newest version, for example 16.18.1. The list ends in names like lolpatch_7.20, which are no versions.</summary>
    public async Task<string> FindNewestVersionAsync(CancellationToken cancellationToken)
    {
        // https://ddragon.leagueoflegends.com/api/versions.json
        var json = await http.GetByteArrayAsync("api/versions.json", cancellationToken);
        return JsonSerializer.Deserialize(json, DataDragonJson.Default.StringArray)?.FirstOrDefault(version => Version.TryParse(version, out _))
            ?? throw new JsonException("The list of versions names none.");
    }

    /// <summary>One of <see cref="DataFile.All"/>, as received.</summary>
    public Task<byte[]> GetFileAsync(string version, string language, string file, CancellationToken cancellationToken) =>
        // https://ddragon.leagueoflegends.com/cdn/16.18.1/data/en_US/champion.json
        http.GetByteArrayAsync($"cdn/{version}/data/{language}/{file}", cancellationToken);

    /// <summary>A picture by its path below /cdn, as received; null where there is none.</summary>
    public Task<byte[]?> GetPictureAsync(string path, CancellationToken cancellationToken) =>
        // https://ddragon.leagueoflegends.com/cdn/16.18.1/img/champion/MonkeyKing.png
        FindAsync(path, cancellationToken);

    /// <summary>One of <see cref="DataFile.Tft"/>, as received; null where the version does not have it (yet).</summary>
    public Task<byte[]?> FindFileAsync(string version, string language, string file, CancellationToken cancellationToken) =>
        // https://ddragon.leagueoflegends.com/cdn/16.18.1/data/en_US/tft-champion.json
        FindAsync($"{version}/data/{language}/{file}", cancellationToken);

    private async Task<byte[]?> FindAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"cdn/{path}", cancellationToken);
        // The store behind Data Dragon says 403 for what it does not have.
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }

        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
