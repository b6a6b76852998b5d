using System.Net;
using Bunit;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Tests.Riot;
using MnM.Tests.Security;
using MnM.Web.Security;
using MnM.Web.Tracking;

namespace MnM.Tests.Tracking.Pages;

/// <summary>What viewers see of friends, and what they cannot do there.</summary>
public sealed class ViewerTests : TrackingPagesContext
{
    [Fact]
    public async Task Friends_are_added_paused_and_removed_by_the_owner_alone()
    {
        await Run.AddAsync("Anna");
        var owners = Friends();
        Assert.Empty(new[] { "Pause Anna", "Remove Anna", "friend-riot-id" }.Except(ActsOn(owners)));
        Assert.NotEmpty(owners.FindAll(".asked"));

        Be(Role.Viewer);
        var viewers = Friends();
        Assert.Empty(ActsOn(viewers));
        Assert.Empty(viewers.FindAll(".asked"));
        Assert.Equal("Anna#EUW", viewers.Find("article.card").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_question_that_was_open_is_gone_with_the_role()
    {
        await Run.AddAsync("Anna");
        var page = Friends();
        await page.Find("[aria-label='Remove Anna']").ClickAsync(new());
        Assert.NotEmpty(page.FindAll("[role=alertdialog]"));

        Be(Role.Viewer);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alertdialog]")));
    }

    [Fact]
    public async Task That_a_friend_is_in_a_custom_game_is_told_to_viewers_only_where_the_owner_wants_that()
    {
        await Run.AddAsync("Anna");
        World.Games.Add(Play(7001, 30, "Anna") with { Queue = null });
        Clock.Advance(95);
        await Run.DetectAsync();
        Assert.Contains("Custom game", Friends().Markup, StringComparison.Ordinal);

        Be(Role.Viewer);
        Assert.DoesNotContain("Custom game", Friends().Markup, StringComparison.Ordinal);
        Sharing.IsShown = true;
        Assert.Contains("Custom game", Friends().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_friend_is_in_a_game_that_hides_the_friend_is_told_to_the_owner_alone()
    {
        await Run.AddAsync("Anna");
        World.Games.Add(Play(7001, 30, "Anna"));
        Clock.Advance(95);
        await Run.DetectAsync();
        await using (var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            db.AddWatched(7, "EUW1_7001", "Somebody");
            await db.SaveChangesAsync();
        }

        Assert.NotEmpty(Friends().FindAll("article.on"));
        Be(Role.Viewer);
        Assert.Empty(Friends().FindAll("article.on"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_key_is_told_to_the_owner_alone()
    {
        World.Instead = _ => StubRiot.Answer(HttpStatusCode.Forbidden);
        await Run.AnswerAsync(Run.Get<TrackingStore>().AddAsync("Anna#EUW", null));
        Assert.Contains("/riot", Render<FriendsPage>().WaitForElement(".note.warn").InnerHtml, StringComparison.Ordinal);

        Be(Role.Viewer);
        var page = Render<FriendsPage>();
        page.WaitForElement("article.st");
        Assert.Empty(page.FindAll(".note.warn"));
    }

    [Fact]
    public async Task Hostile_names_are_text()
    {
        await Run.AddAsync("Anna");
        await using (var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Set<Player>().ExecuteUpdateAsync(player => player.SetProperty(one => one.GameName, HostileNames.Script).SetProperty(one => one.TagLine, HostileNames.All[1]));
        }

        Be(Role.Viewer);
        var page = Friends();
        Assert.Contains(HostileNames.Script, page.Find("article.card").TextContent, StringComparison.Ordinal);
        HostileNames.AssertAreText(page.FindAll("*"), "/friends");
    }

    private IRenderedComponent<FriendsPage> Friends()
    {
        var page = Render<FriendsPage>();
        page.WaitForElement("article.card");
        return page;
    }
}
