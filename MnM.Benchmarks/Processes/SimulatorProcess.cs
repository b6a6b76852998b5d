using System.Text.Json;

namespace MnM.Benchmarks.Processes;

/// <summary>The simulator as a process of its own, with its log of requests.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;
    private readonly string _log;

    private SimulatorProcess(ChildProcess process, string log) => (_process, _log) = (process, log);

    /// <summary>Settings that lead MnM to it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    public static async Task<SimulatorProcess> StartAsync(string folder, IEnumerable<string> switches, CancellationToken cancellationToken)
    {
        var log = Path.Combine(folder, "requests.jsonl");
        var process = ChildProcess.Start(Programs.Simulator, folder, ["--exit-with-stdin", "--log", log, "--lcu-dir", Path.Combine(folder, "client"), .. switches]);
        var simulator = new SimulatorProcess(process, log);
        try
        {
            var lines = await Waiting.ForAsync(
                "Waited for the simulator", _ => Task.FromResult(process.Lines is [.., "ready"] said ? said : null), process, StartPatience, cancellationToken);
            simulator.Settings = lines.Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1]);
            return simulator;
        }
        catch
        {
            await simulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many times the whole game was asked for and answered.</summary>
    public Task<int> CountPollsAsync(CancellationToken cancellationToken) => CountAsync(IsAnsweredPoll, cancellationToken);

    /// <summary>How often a method of Riot's API was asked, answered or not.</summary>
    public Task<int> CountRequestsAsync(string method, CancellationToken cancellationToken) => CountAsync(line => IsOf(method, line), cancellationToken);

    /// <summary>Waits until a method of Riot's API was asked that often.</summary>
    public Task WaitForRequestsAsync(string method, int requests, TimeSpan patience, CancellationToken cancellationToken) => Waiting.ForAsync(
        $"Waited for {requests} requests of {method}", async token => await CountRequestsAsync(method, token) >= requests ? this : null, _process, patience, cancellationToken);

    /// <summary>Waits until that many polls were answered.</summary>
    public Task WaitForPollsAsync(int polls, TimeSpan patience, CancellationToken cancellationToken) => Waiting.ForAsync(
        $"Waited for {polls} polls", async token => await CountPollsAsync(token) >= polls ? this : null, _process, patience, cancellationToken);

    /// <summary>Ends it; answers on their way go out first.</summary>
    public Task StopAsync() => _process.CloseInputAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<int> CountAsync(Func<string, bool> counts, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = await reader.ReadToEndAsync(cancellationToken);

        // The line after the last break is still being written.
        return text.Split('\n')[..^1].Count(counts);
    }

    private static bool IsOf(string method, string line)
    {
        using var request = JsonDocument.Parse(line);
        return request.RootElement.GetProperty("method").GetString() == method;
    }

    private static bool IsAnsweredPoll(string line)
    {
        using var request = JsonDocument.Parse(line);
        return request.RootElement.GetProperty("route").GetString() == "/liveclientdata/allgamedata" && request.RootElement.GetProperty("status").GetInt32() == 200;
    }
}
