using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Scouting;
using MnM.Tests.Live.Pages;
using MnM.Tests.Security;
using MnM.Web.Scouting;
using MnM.Web.Security;

namespace MnM.Tests.Scouting;

/// <summary>What viewers see of scouting.</summary>
public sealed class ViewerTests : VisitorContext
{
    private readonly Feed<ScoutingState> _states = new(ScoutingState.None);

    public ViewerTests()
    {
        Services.AddSingleton(_states);
        Services.AddSingleton(ScoutViews.Clock);
        Services.AddSingleton(StaticCatalogs.Store());
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void A_viewer_sees_who_it_is_with_rank_and_mastery_and_not_what_the_owner_knows_of_them()
    {
        string[] heads = ["Mossbeard", "Platinum II", "86k points"];
        string[] own = ["14 won", "13 of 20 lost", "premade group", "Premade groups", "With you", "of 60 requests", "requests wait"];
        var owners = Markup(ScoutViews.LoadingScreen());
        Assert.All(heads, word => Assert.Contains(word, owners, StringComparison.Ordinal));
        Assert.Contains("13 of 20 lost", owners, StringComparison.Ordinal);

        Be(Role.Viewer);
        var viewers = Markup(ScoutViews.LoadingScreen());
        Assert.All(heads, word => Assert.Contains(word, viewers, StringComparison.Ordinal));
        Assert.All(own, word => Assert.DoesNotContain(word, viewers, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_with_the_key_is_told_to_the_owner_alone()
    {
        Assert.Contains("has no key", Markup(ScoutViews.WithoutKey()), StringComparison.Ordinal);

        Be(Role.Viewer);
        var page = Markup(ScoutViews.WithoutKey());
        Assert.DoesNotContain("has no key", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/riot", page, StringComparison.Ordinal);
        Assert.Contains("Blue Name 0", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public void Of_a_custom_game_a_viewer_sees_nobody_until_the_owner_wants_it(int? queue)
    {
        var state = ScoutViews.LoadingScreen() with { QueueId = queue };
        Assert.Contains("Mossbeard", Markup(state), StringComparison.Ordinal);

        Be(Role.Viewer);
        Assert.DoesNotContain("Mossbeard", Markup(state), StringComparison.Ordinal);
        Sharing.IsShown = true;
        Assert.Contains("Mossbeard", Markup(state), StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_the_game_hides_stays_hidden_for_everybody()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Be(role);
            var card = Show(ScoutViews.LoadingScreen()).FindAll("article.card")[2];
            Assert.Equal("Ally 3", card.GetAttribute("aria-label"));
            Assert.Empty(card.QuerySelectorAll("a"));
        }
    }

    private string Markup(ScoutingState state) => Show(state).Markup;

    private IRenderedComponent<ScoutingPage> Show(ScoutingState state)
    {
        _states.Publish(state);
        return Render<ScoutingPage>();
    }
}
