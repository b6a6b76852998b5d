using System.Net;
using MnM.Simulator;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

/// <summary>A simulator whose League client is reached as a real one is: by its lockfile, over TLS, on a port of this machine.</summary>
internal sealed class LcuLoopback : IAsyncDisposable
{
    private readonly SimulatorClock _clock;
    private readonly HttpClient _http;

    private LcuLoopback(SimulatorHost host, SimulatorClock clock)
    {
        (Host, _clock) = (host, clock);
        _http = LiveClientFixture.Client(File.ReadAllText(host.Settings.LiveClientRoot));
    }

    public SimulatorHost Host { get; }

    public string LockfilePath => Path.Combine(Host.Settings.LeagueClientPath, "lockfile");

    public static async Task<LcuLoopback> StartAsync(SimulatorOptions? options = null)
    {
        var clock = new SimulatorClock();
        var host = await SimulatorHost.StartAsync(options ?? new SimulatorOptions(), clock, LcuMachine.Soon);
        await SettleAsync(host);
        return new LcuLoopback(host, clock);
    }

    /// <summary>Lets what the clock brought be carried out.</summary>
    public async Task AdvanceAsync(double seconds)
    {
        _clock.Advance(seconds);
        await SettleAsync(Host);
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? password = null)
    {
        var (port, own) = Lockfile();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{port}{path}");
        request.Headers.Authorization = LcuMachine.Basic(password ?? own);
        using var response = await _http.SendAsync(request, LcuMachine.Soon);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(LcuMachine.Soon));
    }

    public Task<LcuSocket> ConnectAsync()
    {
        var (port, password) = Lockfile();
        return LcuSocket.ConnectAsync(new Uri($"wss://127.0.0.1:{port}/"), LcuMachine.Basic(password).ToString(), _http);
    }

    public (string Port, string Password) Lockfile()
    {
        using var file = new FileStream(LockfilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split(':') is [_, _, var port, var password, _] ? (port, password) : throw new FormatException("This is no lockfile.");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
    }

    private static Task SettleAsync(SimulatorHost host) => host.Machine.Evening.TakeAsync(new EveningStep(TimeSpan.Zero)).WaitAsync(LcuMachine.Soon);
}
