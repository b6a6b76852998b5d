using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.Faults;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using MnM.Simulator.World.Friends;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>Riot's API inside the process, on a clock that the test moves, with its log in a file of the test's own.</summary>
internal sealed class RiotMachine : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mnm-tests-").FullName;
    private readonly InProcessNetwork _network = new();
    private readonly HttpClient _http;
    private RequestLog? _log;

    public RiotMachine(RiotApiOptions? options = null, FriendsWeek? week = null, SimulatorOptions? ladder = null)
    {
        _log = new RequestLog(LogPath, Clock);
        var around = new RiotSurroundings(Ledger, new ResponseFiles(null), _log, Clock) { Week = week ?? FriendsWeek.None, Ladder = ladder?.LadderAt(Clock.GetUtcNow()) };
        Server = RiotServer.InProcess(_network, options ?? new RiotApiOptions { Keys = [Big, KnownKeys.League, KnownKeys.Tactics] }, around);
        _http = new HttpClient(_network.CreateHandler());
    }

    /// <summary>A key with which no test of answers meets a limit.</summary>
    public static RiotKey Big { get; } = new("RGAPI-big", KeyKind.Production);

    public static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public SimulatorClock Clock { get; } = new();

    /// <summary>The games of the evening, at the pace of the real game.</summary>
    public GameLedger Ledger { get; } = new(speed: 1);

    public RiotServer Server { get; }

    private string LogPath => Path.Combine(_folder, "log");

    public static RiotMachine With(params Fault[] faults) => new(new RiotApiOptions { Keys = [Big], Faults = [.. faults] });

    public async Task<HttpResponseMessage> SendAsync(string route, string path, RiotKey? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Server.BaseUrl.Replace("{route}", route, StringComparison.Ordinal) + path);
        request.Headers.Add("X-Riot-Token", (key ?? Big).Value);
        return await _http.SendAsync(request, Soon);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await _http.SendAsync(request, Soon);

    public async Task<HttpStatusCode> StatusAsync(string route, string path, RiotKey? key = null)
    {
        using var response = await SendAsync(route, path, key);
        return response.StatusCode;
    }

    /// <summary>The body of an answer that must be good.</summary>
    public async Task<JsonNode> ReadAsync(string route, string path, RiotKey? key = null)
    {
        using var response = await SendAsync(route, path, key);
        var body = await response.Content.ReadAsStringAsync(Soon);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {body}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(body)!;
    }

    /// <summary>The id by which a key sees somebody.</summary>
    public async Task<string> PuuidAsync(string riotId, RiotKey? key = null)
    {
        var path = string.Join('/', riotId.Split('#').Select(Uri.EscapeDataString));
        return (string)(await ReadAsync("europe", $"/riot/account/v1/accounts/by-riot-id/{path}", key))["puuid"]!;
    }

    /// <summary>Lets a game begin now.</summary>
    public void Play(PlayedGame game) =>
        Ledger.Note(new EveningState { Since = Clock.GetUtcNow(), Stage = GameStage.Playing, Phase = GameflowPhase.InProgress, Game = game, GameStartedAt = Clock.GetUtcNow() });

    /// <summary>Lets a game's server fail now.</summary>
    public void Fail(PlayedGame game) => Ledger.Note(new EveningState { Since = Clock.GetUtcNow(), Phase = GameflowPhase.TerminatedInError, Game = game });

    /// <summary>The message of an answer that must be an error in Riot's shape.</summary>
    public async Task<string> FaultAsync(HttpStatusCode status, string route, string path, RiotKey? key = null)
    {
        using var response = await SendAsync(route, path, key);
        Assert.Equal(status, response.StatusCode);
        return MessageOf((int)status, await response.Content.ReadAsStringAsync(Soon));
    }

    public static string MessageOf(int status, string body)
    {
        var fault = JsonNode.Parse(body)!["status"]!;
        Assert.Equal(status, (int)fault["status_code"]!);
        return (string)fault["message"]!;
    }

    /// <summary>Waits until the log has such a line: a request that is given up is logged when its handler has noticed.</summary>
    public async Task UntilLoggedAsync(string part)
    {
        var soon = Soon;
        while (true)
        {
            using var file = new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            if ((await reader.ReadToEndAsync(soon)).Contains(part, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Yield();
        }
    }

    /// <summary>Ends the log and gives its file.</summary>
    public string CloseLog()
    {
        _log?.Dispose();
        _log = null;
        return LogPath;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        CloseLog();
        Directory.Delete(_folder, recursive: true);
    }
}
