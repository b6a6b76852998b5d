using Bunit;
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
