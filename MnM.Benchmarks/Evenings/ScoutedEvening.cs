using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Riot;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Scouting;
using MnM.Simulator.RiotApi;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Evenings;

/// <summary>An evening with scouting: the League client, the game and Riot's API are simulated on one clock, and every request to Riot is noted.</summary>
internal sealed class ScoutedEvening : IAsyncDisposable
{
    /// <summary>The clock goes on by no more at once: what MnM does in between has so much simulated time to begin with.</summary>
    private const double Step = 0.1;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WatchedEvening _evening;
    private readonly List<SentRequest> _requests = [];
    private readonly List<IHostedService> _started = [];

    /// <param name="folder">Holds the database and the client's files.</param>
    /// <param name="evening">What happens.</param>
    /// <param name="riot">How Riot's servers behave.</param>
    /// <param name="key">The key MnM has; null for the one that Riot knows, an empty text for none.</param>
    /// <param name="games">What is played; games without end where absent.</param>
    public ScoutedEvening(string folder, EveningOptions evening, RiotApiOptions? riot = null, string? key = null, GameSupply? games = null)
    {
        _evening = new WatchedEvening(
            folder,
            evening,
            services =>
            {
                services.Configure<RiotOptions>(options => options.ApiKey = key is "" ? null : key ?? options.ApiKey);
                services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => new NotedWire(this, _evening!.Network.CreateHandler()));
            },
            games,
            riot);
    }

    /// <summary>What scouting shows.</summary>
    public ScoutingState State => Services.GetRequiredService<Feed<ScoutingState>>().Current;

    /// <summary>Every request to Riot so far, in the order in which they were sent.</summary>
    public IReadOnlyList<SentRequest> Requests
    {
        get { lock (_requests) { return [.. _requests]; } }
    }

    /// <summary>Whether Riot's spectator tells of running games.</summary>
    public bool HasSpectator { get; init; } = true;

    public DateTimeOffset Now => _evening.Clock.GetUtcNow();

    public RiotServer Riot => _evening.Riot;

    /// <summary>The evening as it really is.</summary>
    public EveningState Truth => _evening.Machine.Evening.State;

    public IServiceProvider Services => _evening.Mnm;

    public async Task StartAsync()
    {
        await _evening.StartMnmAsync();
        foreach (var service in Services.GetServices<IHostedService>().Where(service => service is ScoutingService or ClientLane))
        {
            _started.Add(service);
            await service.StartAsync(CancellationToken.None);
        }

        _evening.Machine.Start();
    }

    /// <summary>Leaves out the time until the evening comes to a phase.</summary>
    public async Task WalkToAsync(GameflowPhase phase)
    {
        await _evening.Machine.Evening.WalkToAsync(phase);
        await PassAsync(Step);
    }

    /// <summary>Goes on until it is so, for so many seconds at most.</summary>
    /// <returns>Whether it became so.</returns>
    public async Task<bool> UntilAsync(Func<ScoutingState, bool> isSo, double seconds)
    {
        var end = Now + TimeSpan.FromSeconds(seconds);
        while (!isSo(State))
        {
            if (Now >= end)
            {
                return false;
            }

            await PassAsync(Step);
        }

        return true;
    }

    /// <summary>Goes on for so many seconds.</summary>
    public async Task PassAsync(double seconds)
    {
        for (var left = seconds; left > 1e-6; left -= Step)
        {
            await _evening.PassAsync(Math.Min(Step, left));
            await SettleAsync();
        }
    }

    /// <summary>Leaves out the rest of the running game.</summary>
    /// <returns>Whether MnM saw its end.</returns>
    public async Task<bool> SkipGameAsync()
    {
        await UntilAsync(state => state.Phase == ScoutingPhase.InGame, 60);
        var end = Truth.GameStartedAt!.Value + TimeSpan.FromSeconds(Truth.Game!.Script.Duration);
        await _evening.PassAsync(Math.Max(Step, (end - Now).TotalSeconds));
        await SettleAsync();
        return await UntilAsync(state => state.Phase == ScoutingPhase.PostGame, 30);
    }

    /// <summary>A game and then another of the same people on the same champions.</summary>
    public static GameSupply Twice(int seed)
    {
        var game = GameSupply.Written(seed).Next(0)!;
        var (number, match) = (game.Script.GameId + 1, (JsonObject)game.Match.DeepClone());
        match["info"]!["gameId"] = number;
        match["metadata"]!["matchId"] = $"{game.Platform}_{number}";
        return GameSupply.Of([game, game with { Index = 1, Match = match, Script = game.Script with { GameId = number } }]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _started)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _evening.DisposeAsync();
    }

    /// <summary>Until nothing happens without the clock: no request was sent, none began to wait, and nothing was published for a moment.</summary>
    private async Task SettleAsync()
    {
        var (start, seen, since) = (Stopwatch.GetTimestamp(), default((int, int, ScoutingState)?), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(since) < Quiet && Stopwatch.GetElapsedTime(start) < Patience)
        {
            var now = (Requests.Count, Services.GetRequiredService<RateLimiter>().Waiting, State);
            if (now != seen)
            {
                (seen, since) = (now, Stopwatch.GetTimestamp());
            }

            if (Services.GetRequiredService<ScoutingService>().IsIdle && Stopwatch.GetElapsedTime(since) > Quiet / 5)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private sealed class NotedWire(ScoutedEvening evening, HttpMessageHandler server) : DelegatingHandler(server)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = new SentRequest(evening.Now, request.RequestUri!.AbsolutePath + request.RequestUri.Query);
            lock (evening._requests)
            {
                evening._requests.Add(sent);
            }

            return sent.IsOfGame && !evening.HasSpectator
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request, Content = new StringContent("{}") })
                : base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>A request to Riot.</summary>
/// <param name="At">When it was sent.</param>
/// <param name="Address">Path and query.</param>
internal sealed record SentRequest(DateTimeOffset At, string Address)
{
    /// <summary>Whether it asks for matches or lists of them.</summary>
    public bool IsOfForm => Address.Contains("/match/v5/", StringComparison.Ordinal);

    /// <summary>Whether it only finds out if the key is good: it follows refusals.</summary>
    public bool IsOfKey => Address.Contains("/status/v4/", StringComparison.Ordinal);

    /// <summary>Whether it asks for a running game.</summary>
    public bool IsOfGame => Address.Contains("/spectator/v5/", StringComparison.Ordinal);

    /// <summary>Whether it asks for what the head of a card shows, or for who that is.</summary>
    public bool IsOfHead => !IsOfForm && !IsOfKey && !IsOfGame;
}
