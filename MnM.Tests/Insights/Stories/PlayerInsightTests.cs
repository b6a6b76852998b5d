using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Insights.Words;
using MnM.Tests.Matches;

namespace MnM.Tests.Insights.Stories;

/// <summary>A player's last games.</summary>
public sealed class PlayerInsightTests
{
    private static readonly CancellationToken End = CancellationToken.None;

    [Fact]
    public async Task The_last_games_are_told_from_their_results_and_older_ones_are_what_is_usual()
    {
        await using var run = await StoryRun.StartAsync();
        var player = await PlayAsync(run, games: 9);
        var insight = Assert.IsType<InsightAnswer.Ready>(await run.MakeAsync(new InsightSubject.OfPlayer(player, 5))).Insight;
        Assert.Equal(["EUW1_9", "EUW1_8", "EUW1_7", "EUW1_6", "EUW1_5"], insight.Report.Matches.Select(match => match.MatchId));
        Assert.Equal(("Nightjar#EUW", 5), (insight.Report.Person.Name, insight.Report.Games));
        Assert.All(insight.Report.Gaps.Where(gap => gap.Figure < InsightFigure.CsAt10), gap => Assert.Equal((5, 4), (gap.Games, gap.Usual!.Games)));
        Assert.Equal("None of these games has its timeline here.", insight.Report.Silence);
        Assert.Equal($"“Nightjar” won {insight.Report.Wins} of the last 5 games.", insight.Words.Sentences[0]);
        Assert.All(insight.Words.Sentences, sentence => Assert.Null(new ToldNumbers(insight.Report).FaultOf(sentence)));
        Assert.False(insight.IsOld);
    }

    [Fact]
    public async Task Another_game_makes_it_old()
    {
        await using var run = await StoryRun.StartAsync();
        var subject = new InsightSubject.OfPlayer(await PlayAsync(run, games: 5), 5);
        await run.MakeAsync(subject);
        await StoreAsync(run, 6);
        Assert.True(Assert.IsType<InsightAnswer.Ready>(await run.Desk.FindAsync(subject, End)).Insight.IsOld);
        Assert.IsType<InsightAnswer.Waiting>(await run.Desk.OrderAsync(subject, anew: false, End));
    }

    [Fact]
    public async Task Of_too_few_games_nothing_is_told_and_remakes_are_none()
    {
        await using var run = await StoryRun.StartAsync();
        var player = await PlayAsync(run, games: 4);
        await StoreAsync(run, 5, isRemake: true);
        Assert.EndsWith("4 are stored.", Assert.IsType<InsightAnswer.NotSupported>(await run.Desk.FindAsync(new InsightSubject.OfPlayer(player, 20), End)).Reason, StringComparison.Ordinal);
    }

    private static async Task<long> PlayAsync(StoryRun run, int games)
    {
        var puuid = (string)MatchJson.Written()["info"]!["participants"]![2]!["puuid"]!;
        await using (var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", puuid);
        }

        for (var number = 1; number <= games; number++)
        {
            await StoreAsync(run, number);
        }

        return 1;
    }

    private static Task StoreAsync(StoryRun run, int number, bool isRemake = false)
    {
        var match = MatchJson.Written();
        match["info"]!["gameStartTimestamp"] = new DateTimeOffset(2026, 11, number, 18, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        match["info"]!["participants"]![2]!["gameEndedInEarlySurrender"] = isRemake;
        return run.StoreAsync($"EUW1_{number}", match, null);
    }
}
