using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

/// <summary>A running simulator on a clock that the test moves, and a client that trusts nothing but its root.</summary>
internal sealed class LiveClientFixture : IAsyncDisposable
{
    private readonly HttpClient _client;

    private LiveClientFixture(SimulatorHost host)
    {
        Host = host;
        _client = Client(File.ReadAllText(host.Settings.LiveClientRoot));
        _client.BaseAddress = new Uri(host.Settings.LiveClientUrl);
    }

    public SimulatorClock Clock { get; private init; } = null!;

    public SimulatorHost Host { get; }

    public static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public static async Task<LiveClientFixture> StartAsync(SimulatorOptions? options = null)
    {
        var clock = new SimulatorClock();
        return new LiveClientFixture(await SimulatorHost.StartAsync(options ?? new SimulatorOptions(), clock, Soon)) { Clock = clock };
    }

    /// <summary>With the first game begun; at speed 1 the first pause takes 2 seconds and loading 5.</summary>
    public static async Task<LiveClientFixture> StartPlayingAsync(SimulatorOptions? options = null)
    {
        var fixture = await StartAsync(options);
        await fixture.AdvanceAsync(7, GameStage.Playing);
        return fixture;
    }

    public static HttpClient Client(string rootPem) => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                (errors & SslPolicyErrors.RemoteCertificateNotAvailable) == 0 && Trusts(rootPem, (X509Certificate2)certificate!),
        },
    });

    public static bool Trusts(string rootPem, X509Certificate2 leaf)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(rootPem));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(leaf);
    }

    public async Task AdvanceAsync(double seconds, GameStage until)
    {
        Clock.Advance(seconds);
        await Host.Games.WaitForAsync(until, Soon);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative), Soon);

    public async Task<JsonNode> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Soon))!;
    }

    public async Task AssertRefusedAsync()
    {
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("/liveclientdata/gamestats"));
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Host.DisposeAsync();
    }
}
