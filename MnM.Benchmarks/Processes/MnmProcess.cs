using System.Net.Http.Json;
using System.Text.Json;

namespace MnM.Benchmarks.Processes;

/// <summary>The real MnM, on a free port with a data folder of its own.</summary>
internal sealed class MnmProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _addressFile;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private MnmProcess(ChildProcess process, string dataFolder) => (_process, _addressFile) = (process, Path.Combine(dataFolder, "mnm.address"));

    /// <summary>Where it listens; known once something was waited for.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public static MnmProcess Start(string dataFolder, IEnumerable<string> switches, IReadOnlyDictionary<string, string>? settings = null) =>
        new(ChildProcess.Start(Programs.Mnm, dataFolder, Switches(dataFolder, switches), settings), dataFolder);

    /// <summary>Starts it by the command of the README, which leaves the work to a process of its own; it is built already.</summary>
    public static MnmProcess StartByDotnetRun(string dataFolder, IEnumerable<string> switches)
    {
        var quiet = new Dictionary<string, string> { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" };
        string[] command = ["run", "--no-build", "--project", Programs.MnmProject, "-c", "Release", "--"];
        return new(ChildProcess.StartDotnet(dataFolder, [.. command, .. Switches(dataFolder, switches)], quiet), dataFolder);
    }

    /// <summary>The number of the process, where it does the work itself.</summary>
    public int Id => _process.Id;

    /// <summary>The number of the process to which dotnet run has left the work.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public int FindRunId() => LinuxProcess.FindChild(_process.Id) ?? throw new InvalidOperationException("dotnet run has started no program.");

    /// <summary>Asks an endpoint until its answer satisfies.</summary>
    /// <exception cref="InvalidOperationException">It did not in time, or MnM ended.</exception>
    public async Task WaitForAsync(string path, Predicate<JsonElement> satisfies, TimeSpan patience, CancellationToken cancellationToken) =>
        await Waiting.ForAsync($"Waited for {path}", async token => await AsksAsync(path, satisfies, token) ? path : null, _process, patience, cancellationToken);

    /// <summary>The answer of an endpoint.</summary>
    /// <exception cref="HttpRequestException">It is an error.</exception>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => await _client.GetFromJsonAsync<JsonElement>(new Uri(Address, path), cancellationToken);

    /// <summary>Sends an object to an endpoint; its answer.</summary>
    /// <exception cref="HttpRequestException">It is an error.</exception>
    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, body, cancellationToken);

    /// <summary>Sets what an endpoint keeps; its answer.</summary>
    /// <exception cref="HttpRequestException">It is an error.</exception>
    public Task<JsonElement> PutAsync(string path, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Put, path, body, cancellationToken);

    /// <summary>Time that all its threads have worked so far.</summary>
    public TimeSpan ReadProcessorTime() => _process.ReadProcessorTime();

    /// <summary>Ends it without a word.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Ends it in order; what it had to store is stored then.</summary>
    public Task StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    private static string[] Switches(string dataFolder, IEnumerable<string> switches) => ["--data", dataFolder, "--urls", "http://127.0.0.1:0", .. switches];

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = JsonContent.Create(body) };
        using var answer = await _client.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private async Task<bool> AsksAsync(string path, Predicate<JsonElement> satisfies, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(_addressFile) || !Uri.TryCreate(await File.ReadAllTextAsync(_addressFile, cancellationToken), UriKind.Absolute, out var address))
            {
                return false;
            }

            Address = address;
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
