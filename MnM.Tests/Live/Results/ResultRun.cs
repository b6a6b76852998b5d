using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Results;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Matches;
using MnM.Tests.Riot;

namespace MnM.Tests.Live.Results;

/// <summary>A game that was watched and is over, and Riot's API as a test says it answers.</summary>
internal sealed class ResultRun : IAsyncDisposable
{
    public const string MatchId = "EUW1_7001";

    private ResultRun(LiveRun live, StubRiot riot) => (Live, Riot) = (live, riot);

    public LiveRun Live { get; }

    public StubRiot Riot { get; }

    /// <summary>The questions about the match, without those about the key.</summary>
    public IEnumerable<string> Asked => Riot.Asked.Where(address => address.Contains("/match/", StringComparison.Ordinal));

    /// <param name="answer">Riot's answer by path.</param>
    /// <param name="folder">Holds the database; one of its own where absent.</param>
    /// <param name="clock">Its clock; one of its own where absent.</param>
    public static async Task<ResultRun> StartAsync(Func<string, HttpResponseMessage?> answer, TemporaryFolder? folder = null, SimulatorClock? clock = null)
    {
        var riot = new StubRiot(answer);
        return new ResultRun(await LiveRun.StartAsync(services => Bring(services, riot), folder, clock), riot);
    }

    /// <summary>Riot has the match and its timeline.</summary>
    public static HttpResponseMessage Whole(string path) => StubRiot.Answer(
        HttpStatusCode.OK, (path.EndsWith("/timeline", StringComparison.Ordinal) ? MatchJson.WrittenTimeline() : MatchJson.Written()).ToJsonString());

    /// <summary>What stands between the slice and Riot.</summary>
    public static void Bring(IServiceCollection services, StubRiot riot)
    {
        services.AddSingleton(Options.Create(new RiotOptions { ApiKey = RiotRun.Key }));
        services.AddSingleton<IRiotKeyStore>(new KeysInMemory());
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => riot);
    }

    /// <summary>A game that ends at once.</summary>
    public async Task PlayAsync(int queue = 420, string? platform = "euw1")
    {
        Tell(Live, "InProgress", queue, platform);
        await Live.PollAsync(Polls.Response(10, response => response.Events().Add(Polls.Event(1, "GameEnd", 10, ("Result", "Win")))));
    }

    /// <summary>The client says this of game 7001.</summary>
    public static void Tell(LiveRun run, string phase, int queue, string? platform) => run.Services.GetRequiredService<Feed<LiveState>>().Update(state => GameLifecycle.Follow(
        state with
        {
            Client = ClientView.None with
            {
                Connection = ClientConnection.Connected,
                RawPhase = phase,
                Platform = platform,
                Game = new ClientGame(7001, queue, IsCustom: queue == 0),
            },
        },
        run.Clock.GetUtcNow()));

    /// <summary>MnM looks for games that want their match.</summary>
    public Task OrderAsync() => Get<GameMatchLoop>().TickAsync(CancellationToken.None);

    /// <summary>Works once on what is due; answers whether anything was.</summary>
    public Task<bool> WorkAsync(string kind) => MatchWork.DoAsync(Live.Services, Live.Clock, kind);

    public async Task<Game> GameAsync() => (await Live.Games.ListAsync(onlyMatched: false, 1, 0, CancellationToken.None)).Games[0];

    public async Task<GameOutcome> OutcomeAsync() => await Get<GameOutcomeQueries>().FindAsync(await GameAsync(), CancellationToken.None);

    public T Get<T>()
        where T : notnull => Live.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => Live.DisposeAsync();
}
