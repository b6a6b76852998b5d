using System.Text.Json.Nodes;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Tests.Live;
using MnM.Web.Shell;

namespace MnM.Tests.Games;

/// <summary>Renders the pages of watched games over a real database, filled by the real poller with invented games.</summary>
public abstract class GamesContext : BunitContext, IAsyncLifetime
{
    private LiveRun? _run;

    private protected LiveRun Run => _run!;

    public async Task InitializeAsync()
    {
        _run = await LiveRun.StartAsync();
        Services.AddSingleton<TimeProvider>(Run.Clock);
        Services.AddSingleton(Run.Services.GetRequiredService<Feed<LiveState>>());
        Services.AddSingleton(Run.Services.GetRequiredService<GameListQuery>());
        Services.AddSingleton(Run.Services.GetRequiredService<GameQueries>());
        Services.AddSingleton(Run.Services.GetRequiredService<GameReplay>());
        Services.AddSingleton(new DemoState(isDemo: false));
        Services.AddSingleton(new DemoSwitch(null, null));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await Run.DisposeAsync();
    }

    /// <summary>
    /// Plays a game from 60 s on, one poll a second: the own player, slot 0, gets a kill with every tenth second and ten creeps with every fifth; red takes a dragon at 75.
    /// It ends with Win or Lose, or goes on where <paramref name="result"/> is null.
    /// </summary>
    private protected async Task<long> PlayAsync(int seconds = 40, string? result = "Win", string mode = "CLASSIC", Func<int, bool>? answers = null, Action<JsonObject>? change = null)
    {
        for (var n = 0; n <= seconds; n++)
        {
            var second = n;
            var poll = Polls.Response(60 + second, response => Tell(response, second, second == seconds ? result : null, change), mode: mode);
            if (answers?.Invoke(second) is false)
                Run.Clock.Advance(1);
            else
                await Run.PollAsync(poll, after: n == 0 ? 6 : 1);
        }

        return Run.State.Game!.GameId;
    }

    private static void Tell(JsonObject response, int second, string? result, Action<JsonObject>? change)
    {
        var scores = response.Players()[0]!["scores"]!;
        scores["kills"] = second / 10;
        scores["creepScore"] = second / 5 * 10;
        for (var kill = 1; kill <= second / 10; kill++)
            response.Events().Add(Polls.Event(response.Events().Count, "ChampionKill", 60 + (kill * 10), ("KillerName", "Player 0"), ("VictimName", "Player 7"), ("Assisters", new JsonArray())));
        if (second >= 15)
            response.Events().Add(Polls.Event(response.Events().Count, "DragonKill", 75, ("KillerName", "Player 6"), ("DragonType", "Fire"), ("Stolen", "False"), ("Assisters", new JsonArray())));
        if (result is not null)
            response.Events().Add(Polls.Event(response.Events().Count, "GameEnd", 60 + second, ("Result", result)));
        change?.Invoke(response);
    }
}
