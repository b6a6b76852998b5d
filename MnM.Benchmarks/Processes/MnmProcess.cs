using System.Text.Json;

namespace MnM.Benchmarks.Processes;

/// <summary>The real MnM, on a free port with a data folder of its own.</summary>
internal sealed class MnmProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _addressFile;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private MnmProcess(ChildProcess process, string dataFolder) => (_process, _addressFile) = (process, Path.Combine(dataFolder, "mnm.address"));

    public static MnmProcess Start(string dataFolder, IEnumerable<string> switches, IReadOnlyDictionary<string, string>? settings = null) =>
        new(ChildProcess.Start(Programs.Mnm, dataFolder, ["--data", dataFolder, "--urls", "http://127.0.0.1:0", .. switches], settings), dataFolder);

    /// <summary>Asks an endpoint until its answer satisfies.</summary>
    /// <exception cref="InvalidOperationException">It did not in time, or MnM ended.</exception>
    public async Task WaitForAsync(string path, Predicate<JsonElement> satisfies, TimeSpan patience, CancellationToken cancellationToken) =>
        await Waiting.ForAsync($"Waited for {path}", async token => await AsksAsync(path, satisfies, token) ? path : null, _process, patience, cancellationToken);

    /// <summary>Ends it in order; what it had to store is stored then.</summary>
    public Task StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    private async Task<bool> AsksAsync(string path, Predicate<JsonElement> satisfies, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(_addressFile) || !Uri.TryCreate(await File.ReadAllTextAsync(_addressFile, cancellationToken), UriKind.Absolute, out var address))
            {
                return false;
            }

            using var answer = await _client.GetAsync(new Uri(address, path), cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return satisfies(json.RootElement);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
