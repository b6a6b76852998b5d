using System.Text;
using System.Text.Json.Nodes;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.History.Import;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;
using MnM.Tests.Security;
using MnM.Web.Live;
using MnM.Web.Matches;
using MnM.Web.Security;

namespace MnM.Tests.Matches.Pages;

/// <summary>The page of a match over a real database, with an answer of Riot's that a test can change.</summary>
public abstract class MatchPageContext : VisitorContext, IAsyncLifetime
{
    protected const string Id = "EUW1_7001";

    private readonly TemporaryFolder _folder = new();
    private ImportRun? _run;

    private protected SimulatorClock Clock { get; } = new();

    /// <summary>Riot's answer by path; null for none at all.</summary>
    private protected Func<string, HttpResponseMessage?> Answer { get; set; } = _ => StubRiot.Answer(System.Net.HttpStatusCode.NotFound);

    private protected StubRiot Riot { get; private set; } = null!;

    private protected ImportRun Run => _run!;

    private protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    public async Task InitializeAsync()
    {
        // Pages read a database: on a busy machine that takes longer than the second that bUnit waits.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Riot = new StubRiot(path => Answer(path));
        _run = await ImportRun.StartAsync(_folder, Riot, () => Riot.Count, Clock);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Run.Get<StaticDataStore>());
        Services.AddSingleton(ActivatorUtilities.CreateInstance<MatchOpener>(Run.Services, new CustomGames(Sharing), new HiddenPeople(Run.Get<GameQueries>())));
        Services.AddSingleton(Run.Get<InsightDesk>());
        Services.AddSingleton(Run.Get<WinModels>());
        Services.AddSingleton(Run.Get<Feed<InsightsUnderWay>>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await Run.DisposeAsync();
        _folder.Dispose();
    }

    private protected IRenderedComponent<MatchPage> Show(string id = Id, int? participant = null)
    {
        Navigation.NavigateTo(participant is { } number ? MatchPages.AddressOf(id, number) : MatchPages.AddressOf(id));
        return Render<MatchPage>(page => page.Add(match => match.Id, id));
    }

    /// <summary>The page of a stored match, when its scoreboard is there.</summary>
    private protected IRenderedComponent<MatchPage> ShowStored(string id = Id, int? participant = null)
    {
        var page = Show(id, participant);
        page.WaitForElement(".people");
        return page;
    }

    /// <summary>Stores a match, with its timeline where there is one; answers its id.</summary>
    private protected async Task<string> StoreAsync(JsonObject match, JsonObject? timeline = null, string? id = null)
    {
        id ??= (string?)match["metadata"]?["matchId"] ?? Id;
        var json = Bytes(match);
        await Run.Get<MatchStore>().StoreAsync(new FetchedMatch(MatchReader.Read(id, json, Clock.GetUtcNow())!, json), CancellationToken.None);
        if (timeline is not null)
        {
            var bytes = Bytes(timeline);
            await using var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
            await MatchStore.StoreAsync(
                db,
                new MatchTimeline { MatchId = id, Frames = TimelineReader.CountFrames(bytes) ?? 0, FetchedAt = Clock.GetUtcNow(), Tries = 1, Payload = Packing.Pack(bytes) },
                CancellationToken.None);
        }

        return id;
    }

    private protected static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
