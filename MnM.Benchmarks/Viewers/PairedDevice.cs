using System.Text.Json;

namespace MnM.Benchmarks.Viewers;

/// <summary>A device that MnM has let in.</summary>
/// <param name="From">Its address, as a proxy that MnM trusts tells it.</param>
/// <param name="Cookie">By which it is known.</param>
internal sealed record PairedDevice(string From, string Cookie)
{
    /// <summary>The header by which a trusted proxy says for whom it asks.</summary>
    public const string FromHeader = "X-Forwarded-For";

    public static Task WriteAsync(string file, IEnumerable<PairedDevice> devices, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(file, devices.Select(device => JsonSerializer.Serialize(device)), cancellationToken);

    public static async Task<IReadOnlyList<PairedDevice>> ReadAsync(string file) =>
        [.. (await File.ReadAllLinesAsync(file)).Select(line => JsonSerializer.Deserialize<PairedDevice>(line)!)];

    /// <summary>Asks as this device.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        client.DefaultRequestHeaders.Add(FromHeader, From);
        client.DefaultRequestHeaders.Add("Cookie", Cookie);
        return client;
    }
}
