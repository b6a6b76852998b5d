using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Scouting;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Tests.Matches;
using MnM.Tests.Scouting;
using MnM.Tests.Tft.Explorer;
using MnM.Web.Shell;

namespace MnM.Tests.Browser.Tour;

/// <summary>The demo in the middle of a game, with something to show on each page and nothing that moves.</summary>
internal static class TourWorld
{
    private const string Match = "EUW1_7001";

    /// <summary>What stands for the parameters of the pages' routes.</summary>
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["/champion/{id}"] = "/champion/Ahri",
        ["/games"] = "/games?time=range",
        ["/games/{Id:long}"] = "/games/1",
        ["/match/{Id}"] = $"/match/{Match}",
        ["/players/{player}"] = "/players/Anna-EUW",
        ["/players/{player}/time"] = "/players/Anna-EUW/time",
        ["/tft/item/{id}"] = "/tft/item/TFT_Item_Blade",
        ["/tft/trait/{id}"] = "/tft/trait/TFT18_Bastion",
        ["/tft/unit/{id}"] = "/tft/unit/TFT18_Jinx",
    };

    /// <summary>Where a page is seen; one that wants a parameter needs a line above.</summary>
    public static string AddressOf(string route) => route.Contains('{', StringComparison.Ordinal) ? Samples[route] : Samples.GetValueOrDefault(route, route);

    public static async Task<RunningMnm> StartAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), TimeProvider.System, patience.Token);
        var mnm = await RunningMnm.StartAsync(
            services =>
            {
                StillFeed.WithoutLoops(services);
                services.AddSingleton(new DemoState(isDemo: true));
                services.AddSingleton(new DemoSwitch(() => { }, () => { }));
            },
            settings: ("DATA_DRAGON_URL", simulator.Settings.DataDragonUrl));
        await mnm.App.Services.GetRequiredService<StaticDataStore>().FirstLookDone.WaitAsync(patience.Token);
        await StoreAsync(mnm.App.Services);
        mnm.Publish(LiveViews.InGame(LiveViews.Rift()));
        mnm.App.Services.GetRequiredService<Feed<ScoutingState>>().Publish(Scouted());
        return mnm;
    }

    /// <summary>The tenth has been read too: a page that waits is never at rest.</summary>
    private static ScoutingState Scouted()
    {
        var scouted = ScoutViews.InGame();
        return scouted with { Red = scouted.Red.SetItem(4, ScoutViews.Card(4, "zwölfuhr", "WLWWLWLWL", null, ScoutSide.Red)) };
    }

    private static async Task StoreAsync(IServiceProvider services)
    {
        // One of the units is one that the catalog knows, with what it costs.
        await PlayedBoards.StoreAsync(services, matches: 150, id => id == "TFT18_Vi" ? "DA_Aatrox" : id);
        var (json, timeline) = (Encoding.UTF8.GetBytes(MatchJson.Written().ToJsonString()), Encoding.UTF8.GetBytes(MatchJson.WrittenTimeline().ToJsonString()));
        await services.GetRequiredService<MatchStore>().StoreAsync(new FetchedMatch(MatchReader.Read(Match, json, LiveViews.At)!, json), CancellationToken.None);

        await using var db = await services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var minutes = new MatchTimeline { MatchId = Match, Frames = TimelineReader.CountFrames(timeline) ?? 0, FetchedAt = LiveViews.At, Tries = 1, Payload = Packing.Pack(timeline) };
        await MatchStore.StoreAsync(db, minutes, CancellationToken.None);
        var anna = StoredGames.Id('a');
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", anna);
        db.Add(new TrackedPlayer { PlayerId = 1, Platform = "euw1", AddedAt = LiveViews.At });
        db.Add(new Game { Id = 1, QueueId = 420, GameMode = "CLASSIC", MapName = "Map11", MapNumber = 11, StartedAt = LiveViews.At, LastPolledAt = LiveViews.At, Polls = 1 });
        db.AddRange(Enumerable.Range(0, 10).Select(slot => PlayerInGame.Of(1, LiveViews.Player(slot))));
        await db.SaveChangesAsync();
        for (var number = 1; number <= 30; number++)
        {
            await StoredGames.AddMatchAsync(db, number, LiveViews.At.AddDays(number), [anna, .. Enumerable.Range(0, 9).Select(place => StoredGames.Id((char)('b' + place)))]);
        }
    }
}
