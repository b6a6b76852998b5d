using Bunit;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Collector.Storage;
using MnM.Tests.Security;
using MnM.Web.Players;
using MnM.Web.Security;

namespace MnM.Tests.Players.Pages;

/// <summary>What viewers see of a player, and what they cannot have Riot asked for.</summary>
public sealed class ViewerTests : PlayerPageContext
{
    private static readonly string[] Owners = ["Refresh", "Import up to 1,000 matches"];

    [Fact]
    public async Task Refreshing_and_importing_are_the_owners()
    {
        await StoreAsync(12);
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Empty(Owners.Except(ActsOn(page))));

        Be(Role.Viewer);
        page = await OpenAsync();
        Assert.DoesNotContain(ActsOn(page), act => Owners.Contains(act));
        Assert.Equal("Anna#EUW", page.Find(".head h2").TextContent);
        Assert.DoesNotContain("href=\"/riot\"", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_games_stand_in_no_list_and_no_figure_unless_the_owner_shows_them()
    {
        await StoreAsync(3, match => match.QueueId = match.Id == "EUW1_2" ? 0 : 420);
        Be(Role.Viewer);
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Contains("/match/EUW1_1", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("EUW1_2", page.Markup, StringComparison.Ordinal);

        Sharing.IsShown = true;
        page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Contains("/match/EUW1_2", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_game_that_hid_the_player_stands_in_no_list_of_a_viewer()
    {
        await StoreAsync(3);
        await using (var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            db.Add(new Game { Id = 7, RiotMatchId = "EUW1_2", QueueId = 420, GameMode = "CLASSIC", MapName = "Map11", StartedAt = Clock.GetUtcNow(), LastPolledAt = Clock.GetUtcNow() });
            db.Add(WatchedPeople.Of(7, 0, "Somebody else"));
            await db.SaveChangesAsync();
        }

        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Contains("/match/EUW1_2", page.Markup, StringComparison.Ordinal));

        Be(Role.Viewer);
        page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Contains("/match/EUW1_1", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("EUW1_2", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_viewer_Riot_is_not_asked_for_whom_the_database_does_not_know()
    {
        Be(Role.Viewer);
        Navigation.NavigateTo("/players/Carl-EUW");
        var page = Render<PlayerPage>(page => page.Add(one => one.Player, "Carl-EUW"));

        Assert.Contains("Riot is asked for the owner alone.", page.WaitForElement("article.st p").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("article.st a, article.st button"));
        Assert.Empty(Riot.Asked);
    }
}
