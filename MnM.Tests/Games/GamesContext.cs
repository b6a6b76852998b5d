using System.Text.Json.Nodes;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Tests.Live;
using MnM.Tests.Security;
using MnM.Web.Games;

namespace MnM.Tests.Games;

/// <summary>Renders the pages of watched games over a real database, filled by the real poller with invented games.</summary>
public abstract class GamesContext : VisitorContext, IAsyncLifetime
{
    private LiveRun? _run;

    private protected LiveRun Run => _run!;

    /// <summary>What was set; a test may change it before it renders.</summary>
    private protected LiveOptions Settings { get; } = new() { RecordingDays = 30 };

    /// <summary>Where files of a browser are put aside; a test may change it before it renders.</summary>
    private protected TemporaryFiles Aside { get; set; } = new();

    public async Task InitializeAsync()
    {
        _run = await LiveRun.StartAsync();
        Services.AddSingleton(_ => Aside);
        this.AddGamePages(Run.Services, Settings);
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

    /// <summary>The page of a game, at its end or at a second.</summary>
    private protected IRenderedComponent<GamePage> Show(long id, string? second = null)
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(second is null ? $"/games/{id}" : $"/games/{id}?t={second}");
        return Render<GamePage>(page => page.Add(game => game.Id, id));
    }

    private protected Task<int> SqlAsync(string sql) => Run.QueryAsync(db => RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, sql));

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
