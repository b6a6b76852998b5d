using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Live;
using MnM.Collector.Live.Results;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Tests.Matches;

namespace MnM.Tests.Insights.Stories;

/// <summary>The owner's games are explained without being asked for.</summary>
public sealed class OwnGamesLoopTests
{
    private static readonly CancellationToken End = CancellationToken.None;

    [Fact]
    public async Task A_game_of_this_machine_is_explained_once_its_timeline_is_here()
    {
        await using var run = await StoryRun.StartAsync();
        await PlayAsync(run);
        await run.Game.OrderAsync();
        Assert.True(await run.Game.WorkAsync(MatchRunner.WorkKind));
        Assert.False(await TickAsync(run));
        Assert.True(await run.Game.WorkAsync(TimelineRunner.WorkKind));
        Assert.True(await TickAsync(run));

        var insight = Assert.IsType<InsightAnswer.Ready>(await run.Desk.FindAsync(StoryRun.Subject, End)).Insight;
        Assert.True(insight.Report.Person.IsYou);
        Assert.StartsWith("You ", insight.Words.Sentences[0], StringComparison.Ordinal);
        Assert.False(await TickAsync(run));
    }

    [Fact]
    public async Task It_is_not_explained_again_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var run = await StoryRun.StartAsync(folder: folder))
        {
            await PlayAsync(run);
            await run.StoreAsync(StoryRun.MatchId, MatchJson.Written(), MatchJson.WrittenTimeline());
            await run.Game.OrderAsync();
            Assert.True(await TickAsync(run));
        }

        await using var again = await StoryRun.StartAsync(folder: folder);
        Assert.False(await TickAsync(again));
    }

    [Fact]
    public async Task A_game_that_was_only_looked_at_is_nobodys()
    {
        await using var run = await StoryRun.StartAsync();
        await PlayAsync(run, isOwn: false);
        await run.StoreAsync(StoryRun.MatchId, MatchJson.Written(), MatchJson.WrittenTimeline());
        await run.Game.OrderAsync();
        Assert.False(await TickAsync(run));
    }

    [Fact]
    public async Task A_match_that_nothing_is_told_of_is_passed_over()
    {
        await using var run = await StoryRun.StartAsync();
        await PlayAsync(run);
        var match = MatchJson.Written();
        (match["info"]!["gameMode"], match["info"]!["mapId"]) = ("ARAM", 12);
        await run.StoreAsync(StoryRun.MatchId, match, MatchJson.WrittenTimeline());
        await run.Game.OrderAsync();
        Assert.False(await TickAsync(run));
    }

    private static async Task<bool> TickAsync(StoryRun run)
    {
        await run.Get<OwnGamesLoop>().TickAsync(End);
        return await run.WorkAsync();
    }

    /// <summary>A game that ends at once; the owner has the champion of the match's third participant.</summary>
    private static async Task PlayAsync(StoryRun run, bool isOwn = true)
    {
        await run.Game.PlayAsync();
        var third = MatchJson.Written()["info"]!["participants"]![2]!;
        var (alias, team) = ((string)third["championName"]!, (int)third["teamId"]! == 100 ? TeamView.Blue : TeamView.Red);
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await db.PlayersInGames.ExecuteUpdateAsync(all => all.SetProperty(one => one.IsActivePlayer, false));
        var slot = await db.PlayersInGames.Where(one => one.Team == team).MinAsync(one => one.Slot);
        await db.PlayersInGames.Where(one => one.Slot == slot).ExecuteUpdateAsync(all => all.SetProperty(one => one.IsActivePlayer, isOwn).SetProperty(one => one.ChampionAlias, alias));
    }
}
