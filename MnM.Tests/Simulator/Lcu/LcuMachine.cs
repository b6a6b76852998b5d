using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

/// <summary>A player's machine inside the process, on a clock that the test moves.</summary>
internal sealed class LcuMachine : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mnm-tests-").FullName;
    private readonly InProcessNetwork _network = new();

    public LcuMachine(EveningOptions evening, GameSupply? supply = null)
    {
        Machine = PlayerMachine.InProcess(
            _network,
            EveningScript.Write(supply ?? GameSupply.Written(evening.Seed), evening),
            new PlayerMachineOptions { LeagueFolder = _folder, Speed = evening.Speed, Seed = evening.Seed, Faults = evening.Faults },
            Clock);
        Http = new HttpClient(_network.CreateHandler());
    }

    public static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public SimulatorClock Clock { get; } = new();

    public PlayerMachine Machine { get; }

    public HttpClient Http { get; }

    /// <summary>With the League client running and answering.</summary>
    public static async Task<LcuMachine> StartAsync(EveningOptions evening, GameflowPhase phase)
    {
        var machine = new LcuMachine(evening);
        machine.Machine.Start();
        Assert.True(await machine.Machine.Evening.WalkToAsync(phase));
        return machine;
    }

    /// <summary>What the lockfile says now; null where there is none.</summary>
    public (int ProcessId, int Port, string Password)? Lockfile()
    {
        if (!File.Exists(Machine.Client.LockfilePath))
        {
            return null;
        }

        using var file = new FileStream(Machine.Client.LockfilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split(':') is ["LeagueClient", var id, var port, var password, "https"]
            ? (int.Parse(id), int.Parse(port), password)
            : throw new FormatException("This is no lockfile.");
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        var (_, port, password) = Lockfile()!.Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{port}{path}");
        request.Headers.Authorization = Basic(password);
        using var response = await Http.SendAsync(request, Soon);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Soon));
    }

    public async Task<JsonNode> ReadAsync(string path)
    {
        var (status, body) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(body)!;
    }

    /// <summary>A real client's socket, connected through the process.</summary>
    public async Task<ClientWebSocket> ConnectAsync()
    {
        var (_, port, password) = Lockfile()!.Value;
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("wamp");
        socket.Options.SetRequestHeader("Authorization", Basic(password).ToString());
        await socket.ConnectAsync(new Uri($"wss://127.0.0.1:{port}/"), Http, Soon);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Machine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static AuthenticationHeaderValue Basic(string password) => new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("riot:" + password)));
}
