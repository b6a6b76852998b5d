using MnM.Collector;
using MnM.Collector.Tracking.Webhooks;
using MnM.Web.Champions;
using MnM.Web.Data;
using MnM.Web.Demo;
using MnM.Web.Games;
using MnM.Web.History;
using MnM.Web.History.Time;
using MnM.Web.Insights;
using MnM.Web.Live;
using MnM.Web.Matches;
using MnM.Web.Players;
using MnM.Web.Players.Users;
using MnM.Web.Scouting;
using MnM.Web.Search;
using MnM.Web.Security;
using MnM.Web.Settings;
using MnM.Web.Sharing;
using MnM.Web.StaticData;
using MnM.Web.Status;
using MnM.Web.Tft;
using MnM.Web.Tft.Crawler;
using MnM.Web.Tft.Explorer;
using MnM.Web.Tft.Friends;
using MnM.Web.Tracking;

namespace MnM.Web.Hosting;

/// <summary>The composition of MnM: everything a slice adds or maps is named here.</summary>
public static class MnmApp
{
    /// <summary>Builds MnM for one mode; nothing runs and nothing is opened until it is started.</summary>
    /// <param name="settings">What was set; the demo has settings of its own.</param>
    /// <param name="configure">Replaces services, after all others are added.</param>
    public static Task<WebApplication> BuildAsync(MnmSettings settings, Action<IServiceCollection>? configure = null)
    {
        // Empty: the default builder would also read ASPNETCORE_* and Kestrel's sections, which could open the network.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "MnM.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings.Values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        // An unpublished build would otherwise route every GET to a search for files, and a wrong method would be called a missing page.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.AddKestrel();
        builder.Services.AddSettings(settings).AddHosting(settings).AddRoles().AddDemo().AddPages().AddTrackingPages().AddTimePages().AddPlayerPages().AddChampionPages().AddSearch().AddMatchPages().AddInsightsApi();
        builder.Services.AddTftPages().AddCrawlerPages().AddTftFriends().AddSharedGames().AddSingleton<SharedScouting>();
        builder.Services.AddCrossOrigin(settings.Hosting).AddSharing(settings.Hosting);
        builder.Services.AddCollector().AddWebhooks().AddSingleton<LiveMessages>().AddSingleton<ImportEvents>().AddSingleton<InsightEvents>();
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseProblems();
        app.UseTrustedProxies();
        app.UseRequestGuard();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseWebSockets();
        app.UseSharing();
        app.UseAuthorization();
        app.UseFirstRun();
        app.UseAntiforgery();

        // Who may ask stands at each route; what says nothing is the owner's.
        var routes = app.MapGroup("").ForOwnerUnlessSaid();
        routes.MapStaticAssets().ForEveryone();
        routes.MapPages();
        routes.MapOpenApi();
        routes.MapHealth();
        routes.MapSharingApi();
        routes.MapDemo();
        routes.MapEraseApi();
        routes.MapLiveApi();
        routes.MapGamesApi();
        routes.MapGameFilesApi();
        routes.MapLiveSocket();
        routes.MapStatusApi();
        routes.MapBackupsApi();
        routes.MapExportApi();
        routes.MapRiotLimitsApi();
        routes.MapScoutingApi();
        routes.MapTrackingApi();
        routes.MapWebhooksApi();
        routes.MapTrackingSocket();
        routes.MapHistoryApi();
        routes.MapMetrics();
        routes.MapTimeApi();
        routes.MapLanguageApi();
        routes.MapInsightsApi();
        InsightEvents.Map(routes);
        routes.MapModelApi();
        routes.MapTftAnalyticsApi();
        routes.MapPatchesApi();
        routes.MapCrawlerApi();

        // What pages of other origins may read too, where the owner named them.
        var read = routes.MapGroup("").RequireCors(CrossOrigin.Policy);
        read.MapAssets();
        read.MapUsersApi();
        read.MapMatchesApi();
        read.MapChampionsApi();
        read.MapPlayersApi();
        read.MapChampionStats();
        read.MapSearch();
        read.MapTimelineStatsApi();
        MakeEndpointsOnce(app);
        return Task.FromResult(app);
    }

    /// <summary>Who routes and who authorizes ask for all endpoints, and a group makes them anew for each that asks, with a delegate compiled for every one.</summary>
    private static void MakeEndpointsOnce(IEndpointRouteBuilder app)
    {
        var made = new CompositeEndpointDataSource([.. app.DataSources]);
        app.DataSources.Clear();
        app.DataSources.Add(made);
        // Meanwhile the database is opened; a fault comes again to who routes. On a thread of its own: who routes waits for it on one of the pool.
        _ = Task.Factory.StartNew(() => made.Endpoints, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
