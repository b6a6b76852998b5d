using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Insights.WinProbability;
using MnM.Tests.Insights.WinProbability;
using MnM.Tests.Security;
using MnM.Web.Insights;

namespace MnM.Tests.Insights;

/// <summary>What the page of the model shows in each state it may be in.</summary>
public sealed class ModelPageTests : VisitorContext, IAsyncLifetime
{
    private InsightWorld _world = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        // The page reads a database: on a busy machine that takes longer than the second that bUnit waits.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _world = await InsightWorld.StartAsync();
        Services.AddSingleton<TimeProvider>(_world.Clock);
        Services.AddSingleton(_ => _world.Get<WinModels>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task With_too_few_timelines_the_page_says_how_many_there_are()
    {
        await _world.StoreFeaturesAsync(InventedMatches.Of(37));
        var page = Show();
        Assert.Equal("Too few timelines for a model", page.Find("article.st h2").TextContent);
        Assert.StartsWith("37 of the 200 timelines are stored", page.Find("article.st p").TextContent, StringComparison.Ordinal);
        Assert.Equal("37", page.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Empty(page.FindAll("svg"));
    }

    [Fact]
    public async Task While_the_first_is_learnt_the_page_says_so_and_then_shows_it()
    {
        await _world.StoreFeaturesAsync(InventedMatches.Of(220));
        await _world.Get<ModelLoop>().TickAsync(CancellationToken.None);
        var page = Show();
        Assert.Equal("The model is being learnt", page.Find("article.st h2").TextContent);
        await _world.TrainAsync();
        await _world.Get<ModelLoop>().TickAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("svg .pt")));
        Assert.Empty(page.FindAll("article.st"));
    }

    [Fact]
    public async Task A_model_is_shown_with_its_test_its_calibration_and_what_it_weighs()
    {
        await _world.StoreFeaturesAsync(InventedMatches.Of(400));
        await _world.TrainAsync();
        var model = (await _world.Get<WinModels>().FindAsync(CancellationToken.None)).Model!;
        var page = Show();
        var stats = page.FindAll(".stat").Select(stat => stat.TextContent).ToList();
        Assert.Contains(ModelWords.Score(model.Test.Brier), stats[0], StringComparison.Ordinal);
        Assert.Contains(ModelWords.Score(model.Test.BaseRateBrier), stats[0], StringComparison.Ordinal);
        Assert.Contains($"95 % interval {ModelWords.Interval(model.Test)}", stats[1], StringComparison.Ordinal);
        Assert.Contains("400 matches", stats[3], StringComparison.Ordinal);
        Assert.StartsWith("It is better than always saying the same chance", page.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Equal(model.Test.Bins.Length, page.FindAll("svg .pt").Count);
        Assert.All(page.FindAll("svg .pt"), point => Assert.Matches(@"^Said [\d.]+ %, came [\d.]+ % \(\d+ to \d+ %\): [\d,]+ minutes of \d+ matches\.$", point.GetAttribute("aria-label")));
        var gold = page.FindAll("tbody tr").First(row => row.TextContent.Contains("1,000 gold", StringComparison.Ordinal));
        Assert.Equal(LeadWorth.Of(model)[0].Chances.Select(ModelWords.Chance), gold.QuerySelectorAll("td").Select(cell => cell.TextContent));
        var baron = page.FindAll("tbody tr").First(row => row.TextContent.Contains("Baron", StringComparison.Ordinal));
        Assert.Equal(["–", "50 %", "50 %"], baron.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains("400", page.Find("[aria-label=Trainings] tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_that_failed_says_why()
    {
        await _world.StoreFeaturesAsync([.. InventedMatches.Of(220).Select(match => match with { BlueWon = true })]);
        await _world.TrainAsync();
        var page = Show();
        Assert.Contains("The last training failed. The same side won all of 220 matches", page.Find(".note.danger").TextContent, StringComparison.Ordinal);
        Assert.Equal("There is no model yet", page.Find("article.st h2").TextContent);
        Assert.Contains("failed: The same side won", page.Find("[aria-label=Trainings] tbody tr").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ModelPage> Show()
    {
        var page = Render<ModelPage>();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy]")));
        return page;
    }
}
