using Bunit;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Collector.Storage;
using MnM.Tests.Security;
using MnM.Web.Security;

namespace MnM.Tests.Matches.Pages;

/// <summary>What viewers see of a match, and what they cannot have Riot asked for.</summary>
public sealed class ViewerTests : MatchPageContext
{
    [Fact]
    public void For_a_viewer_Riot_is_not_asked_for_a_match_that_is_not_stored()
    {
        Be(Role.Viewer);
        var page = Show();

        Assert.Contains("Riot is asked for the owner alone.", page.WaitForElement("article.st p").TextContent, StringComparison.Ordinal);
        Assert.Empty(ActsOn(page));
        Assert.Empty(Riot.Asked);
    }

    [Fact]
    public async Task A_custom_match_is_as_good_as_not_stored_unless_the_owner_shows_them()
    {
        var match = MatchJson.Written();
        match["info"]!["queueId"] = 0;
        await StoreAsync(match, id: Id);
        Be(Role.Viewer);
        Assert.Contains("Riot is asked for the owner alone.", Show().WaitForElement("article.st p").TextContent, StringComparison.Ordinal);

        Sharing.IsShown = true;
        Assert.NotEmpty(ShowStored().FindAll(".people"));
    }

    [Fact]
    public async Task Whom_the_watched_game_hid_a_viewer_is_not_told()
    {
        var match = MatchJson.Written();
        var people = match["info"]!["participants"]!.AsArray().Select(one => (string)one!["riotIdGameName"]!).ToList();
        await StoreAsync(match, id: Id);
        await using (var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            db.Add(new Game { Id = 7, RiotMatchId = Id, QueueId = 420, GameMode = "CLASSIC", MapName = "Map11", StartedAt = Clock.GetUtcNow(), LastPolledAt = Clock.GetUtcNow() });
            db.AddRange(people.Select((name, slot) => WatchedPeople.Of(7, slot, slot == 3 ? "Hidden" : name)));
            await db.SaveChangesAsync();
        }

        Assert.Contains(people[3], ShowStored().Markup, StringComparison.Ordinal);

        Be(Role.Viewer);
        var page = ShowStored().Markup;
        Assert.DoesNotContain(people[3], page, StringComparison.Ordinal);
        Assert.Contains(people[4], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_is_ordered_and_a_match_explained_by_the_owner_alone()
    {
        await StoreAsync(MatchJson.Written(), id: Id);
        string[] owners = ["Get the timeline", "Explain this match"];
        var page = ShowStored();
        page.WaitForAssertion(() => Assert.Empty(owners.Except(ActsOn(page))));

        Be(Role.Viewer);
        page = ShowStored();
        page.WaitForAssertion(() => Assert.Contains("Nobody has had it explained yet.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(ActsOn(page), act => owners.Contains(act));
    }
}
