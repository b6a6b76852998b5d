using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.Faults;
using MnM.Simulator.Network;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

/// <summary>A player's machine inside the process, on a clock that the test moves; what its evening brings, the test says step by step.</summary>
internal sealed class LcuMachine : IAsyncDisposable
{
    public static readonly string[] Paths =
    [
        "/lol-gameflow/v1/gameflow-phase", "/lol-gameflow/v1/session", "/lol-lobby/v2/lobby", "/lol-champ-select/v1/session",
        "/lol-end-of-game/v1/eog-stats-block", "/lol-summoner/v1/current-summoner",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("mnm-tests-").FullName;
    private readonly InProcessNetwork _network = new();

    public LcuMachine(IEnumerable<EveningStep>? evening = null, int seed = 1, params Fault[] faults)
    {
        Machine = PlayerMachine.InProcess(_network, evening ?? [], new PlayerMachineOptions { LeagueFolder = _folder, Seed = seed, Faults = [.. faults] }, Clock);
        Http = new HttpClient(_network.CreateHandler());
        Machine.Start();
    }

    public static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public SimulatorClock Clock { get; } = new();

    public PlayerMachine Machine { get; }

    public HttpClient Http { get; }

    public string LockfileText
    {
        get
        {
            using var file = new FileStream(Machine.Client.LockfilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        }
    }

    /// <summary>With the League client running and answering.</summary>
    public static async Task<LcuMachine> StartAsync(int seed = 1, params Fault[] faults)
    {
        var machine = new LcuMachine(seed: seed, faults: faults);
        await machine.Machine.Client.StartAsync(Soon);
        return machine;
    }

    public Task ShowAsync(GameflowPhase phase, PlayedGame? game = null, QueueInfo? queue = null) =>
        Machine.Evening.TakeAsync(new EveningStep(TimeSpan.Zero) { Phase = phase, Game = game, Queue = queue });

    /// <summary>Takes the steps, each for as long as it lasts.</summary>
    public async Task PlayAsync(IEnumerable<EveningStep> steps, Func<EveningStep, Task>? after = null)
    {
        foreach (var step in steps)
        {
            await Machine.Evening.TakeAsync(step);
            await (after?.Invoke(step) ?? Task.CompletedTask);
            Clock.Advance(step.Lasts.TotalSeconds);
        }
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? password = null)
    {
        var parts = LockfileText.Split(':');
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{int.Parse(parts[2], CultureInfo.InvariantCulture)}{path}");
        request.Headers.Authorization = Basic(password ?? parts[3]);
        using var response = await Http.SendAsync(request, Soon);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Soon));
    }

    public async Task<JsonNode> ReadAsync(string path)
    {
        var (status, body) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(body)!;
    }

    public async Task<JsonNode> ReadLiveAsync(string call)
    {
        using var response = await Http.GetAsync(new Uri(Machine.LiveClientUrl, "/liveclientdata/" + call), Soon);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Soon))!;
    }

    /// <summary>A socket like that of any program beside the client, connected inside the process.</summary>
    public Task<LcuSocket> ConnectAsync()
    {
        var parts = LockfileText.Split(':');
        return LcuSocket.ConnectAsync(new Uri($"wss://127.0.0.1:{parts[2]}/"), Basic(parts[3]).ToString(), Http);
    }

    public static AuthenticationHeaderValue Basic(string password) => new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("riot:" + password)));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Machine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
