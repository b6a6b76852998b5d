using System.Text;
using System.Text.Json.Nodes;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Tests.Live;
using MnM.Tests.Live.Results;
using MnM.Tests.Matches;
using MnM.Web.Games;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Tests.Games;

/// <summary>What the page of a game shows of Riot's match, and while there is none.</summary>
public sealed class GameOutcomeTests : GamesContext
{
    private const string Id = ResultRun.MatchId;

    [Fact]
    public async Task With_the_match_the_scoreboard_is_exact_and_every_figure_stands_beside_that_of_the_game()
    {
        var game = await PlayedAsync();
        await StoreAsync(people => people[3]!["deaths"] = 9);
        var page = Show(game);

        page.WaitForAssertion(() => Assert.Equal("final, as Riot counts", page.Find(".clock small").TextContent.Trim()));
        Assert.DoesNotContain("≈", page.Find(".lanes").TextContent, StringComparison.Ordinal);
        Assert.Contains("31.2k dmg", page.Find(".lane").TextContent, StringComparison.Ordinal);
        var panel = page.FindComponent<ComparisonPanel>();
        Assert.Equal("1 figure differs, 10 CS were rounded by the client", panel.Find(".sub").TextContent);
        Assert.Equal(10, panel.FindAll("tbody tr").Count);
        Assert.Equal(["4/0/0", "4/0/0", "≈80", "87", "0", "1"], panel.FindAll("tbody tr:first-child td").Take(6).Select(cell => cell.TextContent));
        Assert.Equal("0/9/0", panel.Find("td.off").TextContent);

        panel.FindAll(".seg button")[1].Click();
        Assert.Equal("Player 3", Assert.Single(panel.FindAll("tbody tr")).QuerySelector(".clip")!.TextContent);
        Assert.Contains("at try 3, it came late", page.Find(".src").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whom_the_game_hid_stays_hidden_though_Riot_names_everybody(bool isOwner)
    {
        ResultRun.Tell(Run, "InProgress", 420, "euw1");
        var game = await PlayAsync(change: response =>
        {
            foreach (var name in new[] { "riotId", "riotIdGameName", "riotIdTagLine", "summonerName" })
                response.Players()[3]![name] = "";
        });
        await StoreAsync();
        Be(isOwner ? Role.Owner : Role.Viewer);
        var page = Show(game);

        page.WaitForAssertion(() => Assert.Equal("final, as Riot counts", page.Find(".clock small").TextContent.Trim()));
        Assert.DoesNotContain("Player 3", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Player 4", page.Markup, StringComparison.Ordinal);
        var details = (await Run.Games.FindAsync(game, CancellationToken.None))!;
        var outcome = await Run.Services.GetRequiredService<GameOutcomeQueries>().FindAsync(details.Game, CancellationToken.None);
        var names = GameMatchAnswer.Of(details.Game, details.Players, outcome).Players.Select(player => player.Name.Split('#')[0]);
        Assert.Equal(["Player 2", "ChampionD", "Player 4"], names.Skip(2).Take(3));
    }

    [Fact]
    public async Task The_lanes_differ_by_what_the_timeline_tells()
    {
        var game = await PlayedAsync();
        await StoreAsync();
        await StoreTimelineAsync();
        var page = Show(game);

        page.WaitForAssertion(() => Assert.Equal(5, page.FindComponent<LanePanel>().FindAll("tbody tr").Count));
        var top = page.FindComponent<LanePanel>().FindAll("tbody tr:first-child td");
        Assert.Equal(["−5", "−500", "−50", "–", "–", "–"], top.Select(cell => cell.TextContent));
        Assert.Equal("c-red", top[1].ClassName);
        Assert.Contains("2 frames", page.Find(".src").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Riot_does_not_have_it_the_page_tells_the_try_and_the_next_one_and_looks_again()
    {
        var game = await PlayedAsync();
        var queue = Run.Services.GetRequiredService<WorkQueue>();
        await queue.EnqueueAsync([new NewWork(MatchRunner.WorkKind, Id, Lane.Tracking)], CancellationToken.None);
        var lease = Assert.Single(await queue.ClaimAsync(MatchRunner.WorkKind, "test", 1, TimeSpan.FromMinutes(2), CancellationToken.None));
        await queue.RetryAsync(lease, Run.Clock.GetUtcNow().AddSeconds(8), "Riot does not have it yet.", CancellationToken.None);
        var page = Show(game);

        page.WaitForAssertion(() => Assert.Contains("MnM waits for Riot. Try 1: Riot does not have it yet. It is asked again at ", page.FindComponent<ComparisonPanel>().Markup, StringComparison.Ordinal));
        Assert.Equal("final", page.Find(".clock small").TextContent.Trim());
        Assert.Contains("≈80", page.Find(".lanes").TextContent, StringComparison.Ordinal);

        await StoreAsync();
        page.FindComponent<ComparisonPanel>().Find("button").Click();
        page.WaitForAssertion(() => Assert.Equal("final, as Riot counts", page.Find(".clock small").TextContent.Trim()));
    }

    [Fact]
    public async Task A_page_that_waits_for_Riot_shows_what_comes_without_being_asked_and_then_looks_no_more()
    {
        var game = await PlayedAsync();
        var queue = Run.Services.GetRequiredService<WorkQueue>();
        await queue.EnqueueAsync([new NewWork(MatchRunner.WorkKind, Id, Lane.Tracking)], CancellationToken.None);
        var page = Show(game);
        var looks = Services.GetRequiredService<OutcomeMonitor>();
        page.WaitForAssertion(() => Assert.Equal(1, looks.Looks.Readers));

        var lease = Assert.Single(await queue.ClaimAsync(MatchRunner.WorkKind, "test", 1, TimeSpan.FromMinutes(2), CancellationToken.None));
        await queue.RetryAsync(lease, Run.Clock.GetUtcNow().AddSeconds(8), "Riot does not have it yet.", CancellationToken.None);
        await looks.TickAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains("Try 1: Riot does not have it yet.", page.FindComponent<ComparisonPanel>().Markup, StringComparison.Ordinal));

        await StoreAsync();
        await StoreTimelineAsync();
        await looks.TickAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("final, as Riot counts", page.Find(".clock small").TextContent.Trim()));
        page.WaitForAssertion(() => Assert.Equal(0, looks.Looks.Readers));
    }

    [Fact]
    public async Task What_will_not_come_is_told_with_its_reason()
    {
        var game = await PlayedAsync();
        await Run.Services.GetRequiredService<MatchStore>().StoreAsync(
            new MatchAbsence { MatchId = Id, State = WorkState.NotFound, Reason = AbsenceReasons.Custom, ToldAt = Run.Clock.GetUtcNow() }, CancellationToken.None);
        var page = Show(game);

        page.WaitForAssertion(() => Assert.Contains(AbsenceReasons.Custom, page.FindComponent<ComparisonPanel>().Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindComponent<ComparisonPanel>().FindAll("button"));
        Assert.Contains(AbsenceReasons.Custom, page.Find(".src").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_number_Riot_is_not_asked_and_the_page_says_why()
    {
        var page = Show(await PlayAsync());
        page.WaitForAssertion(() => Assert.Contains("No League client told the number of this game.", page.FindComponent<ComparisonPanel>().Markup, StringComparison.Ordinal));
    }

    private async Task<long> PlayedAsync()
    {
        ResultRun.Tell(Run, "InProgress", 420, "euw1");
        return await PlayAsync();
    }

    /// <summary>The match as Riot would tell the game of the context.</summary>
    private async Task StoreAsync(Action<JsonArray>? change = null)
    {
        var json = MatchJson.Written();
        var people = json["info"]!["participants"]!.AsArray();
        foreach (var (slot, person) in people.Index())
        {
            (person!["championName"], person["riotIdGameName"], person["teamId"]) = ("Champion" + (char)('A' + slot), $"Player {slot}", slot < 5 ? 100 : 200);
            (person["teamPosition"], person["visionScore"], person["totalDamageDealtToChampions"]) = (GameWords.Positions[slot % 5], 1, 31_234);
            (person["kills"], person["deaths"], person["assists"]) = (slot == 0 ? 4 : 0, 0, 0);
            (person["totalMinionsKilled"], person["neutralMinionsKilled"]) = (slot == 0 ? 80 : 12, 7);
        }

        change?.Invoke(people);
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        var fetched = new FetchedMatch(MatchReader.Read(Id, bytes, Run.Clock.GetUtcNow())!, bytes);
        await InTransactionAsync(db => MatchStore.StoreAsync(db, fetched, tries: 3, CancellationToken.None));
    }

    /// <summary>At ten minutes red's participants have five CS, 500 gold and 50 experience more than those of blue.</summary>
    private Task<int> StoreTimelineAsync()
    {
        var frames = new JsonObject { ["info"] = new JsonObject { ["frames"] = new JsonArray(Frame(0), Frame(600_020)) } };
        var payload = Packing.Pack(Encoding.UTF8.GetBytes(frames.ToJsonString()));
        return InTransactionAsync(db => MatchStore.StoreAsync(
            db, new MatchTimeline { MatchId = Id, Frames = 2, Tries = 1, FetchedAt = Run.Clock.GetUtcNow(), Payload = payload }, CancellationToken.None));
    }

    private static JsonObject Frame(long timestamp)
    {
        var people = new JsonObject();
        for (var number = 1; number <= 10; number++)
        {
            people[$"{number}"] = new JsonObject { ["participantId"] = number, ["minionsKilled"] = number, ["totalGold"] = number * 100, ["xp"] = number * 10 };
        }

        return new JsonObject { ["timestamp"] = timestamp, ["participantFrames"] = people };
    }

    private Task<int> InTransactionAsync(Func<MnmDbContext, Task> store) => Run.QueryAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await store(db);
        await transaction.CommitAsync();
        return 0;
    });
}
