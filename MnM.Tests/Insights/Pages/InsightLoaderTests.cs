using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Tests.Insights.Stories;
using MnM.Tests.Matches;
using MnM.Tests.Security;
using MnM.Web.Insights;

namespace MnM.Tests.Insights.Pages;

/// <summary>What the panel of a match shows from the question to the answer, over a real database.</summary>
public sealed class InsightLoaderTests : VisitorContext, IAsyncLifetime
{
    private StoryRun? _run;
    private int _made;

    private StoryRun Run => _run!;

    private Feed<InsightsUnderWay> UnderWay => Run.Get<Feed<InsightsUnderWay>>();

    public async Task InitializeAsync()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _run = await StoryRun.StartAsync();
        await Run.StoreAsync(StoryRun.MatchId, MatchJson.Written(), MatchJson.WrittenTimeline());
        Services.AddSingleton(Run.Get<TimeProvider>());
        Services.AddSingleton(Run.Get<StaticDataStore>());
        Services.AddSingleton(Run.Get<InsightDesk>());
        Services.AddSingleton(Run.Get<WinModels>());
        Services.AddSingleton(UnderWay);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await Run.DisposeAsync();
    }

    [Fact]
    public async Task It_is_ordered_once_followed_and_shown_when_it_is_made()
    {
        var panel = Show();
        panel.WaitForElement("header .btn").Click();
        panel.WaitForAssertion(() => Assert.Equal("It waits for its turn.", panel.Find("[role=status]").TextContent.Trim()));

        Publish(new InsightProgress(InsightStage.Writing, "", ["A sentence that is checked."]));
        panel.WaitForAssertion(() => Assert.Equal("A sentence that is checked.", panel.Find(".told p").TextContent));
        Assert.Equal(0, _made);

        Assert.True(await Run.WorkAsync());
        Assert.False(await Run.WorkAsync());
        UnderWay.Publish(InsightsUnderWay.None);
        panel.WaitForElement(".text .lead");
        Assert.Empty(panel.FindAll(".told, [role=status]"));
        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task What_is_made_stands_there_at_once_and_needs_no_order()
    {
        await Run.MakeAsync(StoryRun.Subject);
        UnderWay.Publish(InsightsUnderWay.None);
        var panel = Show();
        panel.WaitForElement(".text .lead");
        Assert.Equal(0, _made);
        Assert.False(await Run.WorkAsync());
    }

    [Fact]
    public void What_somebody_else_orders_is_seen_here_too()
    {
        var panel = Show();
        panel.WaitForElement("header .btn");
        Publish(new InsightProgress(InsightStage.Figures, "", []));
        panel.WaitForAssertion(() => Assert.Equal("MnM counts the figures.", panel.Find("[role=status]").TextContent.Trim()));
    }

    [Fact]
    public async Task Another_person_of_the_match_has_another_insight()
    {
        await Run.MakeAsync(StoryRun.Subject);
        UnderWay.Publish(InsightsUnderWay.None);
        var panel = Show();
        panel.WaitForElement(".text .lead");
        panel.Render(one => one.Add(match => match.Participant, 4));
        panel.WaitForElement("header .btn");
        Assert.Equal("Explain this match", panel.Find("header .btn").TextContent);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_told_and_what_was_read_stays()
    {
        await Run.MakeAsync(StoryRun.Subject);
        UnderWay.Publish(InsightsUnderWay.None);
        var panel = Show();
        panel.WaitForElement(".text .lead");
        await using (var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"DROP TABLE insights");
        }

        SqliteConnection.ClearAllPools();
        panel.Find("header .btn").Click();
        panel.WaitForAssertion(() => Assert.Contains("Shown is the last state", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(panel.FindAll(".text .lead"));
    }

    private void Publish(InsightProgress progress) => UnderWay.Publish(new InsightsUnderWay(InsightsUnderWay.None.ByKey.Add(StoryRun.Subject.Key, progress)));

    private IRenderedComponent<MatchInsightPanel> Show() => Render<MatchInsightPanel>(panel => panel
        .Add(one => one.MatchId, StoryRun.MatchId).Add(one => one.Participant, 3).Add(one => one.Who, "Ahri").Add(one => one.Made, () => _made++));
}
