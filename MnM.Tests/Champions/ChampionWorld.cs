using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.Players;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Simulator;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Security;
using MnM.Tests.StaticData;
using MnM.Web.Champions;
using MnM.Web.Search;

namespace MnM.Tests.Champions;

/// <summary>Pages of champions over a real database, with static data of three champions and a clock that is turned by hand.</summary>
public abstract class ChampionWorld : VisitorContext, IAsyncLifetime
{
    private protected const int Ahri = 103;
    private protected const int Lux = 99;
    private protected static readonly string Anna = StoredGames.Id('a');
    private protected static readonly string Bert = StoredGames.Id('b');

    private readonly TemporaryFolder _folder = new();
    private readonly FakeDataDragon _dragon = new();

    private protected SimulatorClock Clock { get; } = new();

    private protected StoredGames Stored { get; } = new();

    private protected StaticDataRun StaticData { get; private set; } = null!;

    private protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    async Task IAsyncLifetime.InitializeAsync()
    {
        // Pages read a database: on a busy machine that takes longer than the second that bUnit waits.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _dragon.Put("/cdn/16.18.1/data/en_US/champion.json", """
            {"data": {
              "Ahri": {"id": "Ahri", "key": "103", "name": "Ahri", "title": "the Nine-Tailed Fox", "tags": ["Mage", "Assassin"]},
              "MonkeyKing": {"id": "MonkeyKing", "key": "62", "name": "Wukong", "title": "the Monkey King", "tags": ["Fighter"]},
              "KaiSa": {"id": "Kaisa", "key": "145", "name": "Kai'Sa", "tags": [null]}}}
            """);
        StaticData = new StaticDataRun(_folder, _dragon);
        await StaticData.LookAsync();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(_ => StaticData.Store);
        Services.AddSingleton(_ => new ChampionReader(new ChampionQueries(Stored), new FriendsQueries(Stored, new HiddenGames(Stored, new GameQueries(Stored)), Clock), new GameQueries(Stored), StaticData.Store));
        Services.AddSingleton(_ => new SearchQuery(new PlayerSearch(Stored), new MatchQueries(Stored), StaticData.Store));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        StaticData.Dispose();
        Stored.Dispose();
        _folder.Dispose();
    }

    /// <summary>Static data are as before the first start that could reach Riot. Before anything is shown.</summary>
    private protected async Task ForgetStaticDataAsync()
    {
        StaticData.Dispose();
        Directory.Delete(Path.Combine(_folder.Path, "static"), recursive: true);
        StaticData = new StaticDataRun(_folder, new FakeDataDragon { Offline = true });
        await StaticData.LookAsync();
    }

    /// <summary>Games of Ahri that Anna plays, one a day at noon up to yesterday; each third is lost.</summary>
    private protected async Task PlayAsync(int games, Action<Match>? match = null, Action<MatchParticipant>? participant = null, int from = 1)
    {
        await using var db = Stored.CreateDbContext();
        for (var number = from; number < from + games; number++)
        {
            var noon = new DateTimeOffset(Clock.GetUtcNow().UtcDateTime.Date.AddHours(12).AddDays(-(number % 1000)), TimeSpan.Zero);
            var won = number % 3 != 0;
            await StoredGames.AddMatchAsync(db, number, noon, [Anna, Bert], match, one =>
            {
                (one.ChampionId, one.ChampionName, one.Win) = one.Puuid == Anna ? (Ahri, "Ahri", won) : (Lux, "Lux", won);
                (one.Kills, one.Deaths, one.Assists, one.Cs, one.GoldEarned, one.Damage, one.Items, one.Keystone) = (6, 3, 6, 179, 11_933, 20_000, "3031,1001,0,0,0,0,3340", 8112);
                participant?.Invoke(one);
            });
        }
    }

    private protected async Task TrackAsync(string gameName, string puuid)
    {
        await using var db = Stored.CreateDbContext();
        await StoredGames.AddPlayerAsync(db, gameName, "EUW", puuid);
        var id = db.Set<Player>().Single(player => player.GameName == gameName).Id;
        db.Add(new TrackedPlayer { PlayerId = id, Platform = "euw1", AddedAt = Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }

    private protected void BreakDatabase() => Stored.Break();
}
