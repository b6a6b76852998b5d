using Bunit;
using Microsoft.AspNetCore.Components.Sections;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Live.Results;
using MnM.Tests.Security;
using MnM.Web.Games;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Tests.Games;

/// <summary>What viewers see of watched games, and what they cannot do there.</summary>
public sealed class ViewerTests : GamesContext
{
    [Fact]
    public async Task The_list_has_stars_and_menus_for_the_owner_alone()
    {
        await PlayMatchedAsync();
        Assert.Contains("Star: keep the recording for ever", ActsOn(List(1)), StringComparer.Ordinal);

        Be(Role.Viewer);
        Assert.DoesNotContain(ActsOn(List(1)), act => act.StartsWith("Star", StringComparison.Ordinal) || act.StartsWith("More", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_game_is_starred_and_its_recording_deleted_by_the_owner_alone()
    {
        var game = await PlayMatchedAsync();
        var bar = Render<SectionOutlet>(outlet => outlet.Add(one => one.SectionId, MainLayout.Bar));
        var page = Show(game);
        page.WaitForAssertion(() => Assert.Equal(["Star: keep the recording for ever", "Delete recording…"], ActsOn(bar).Concat(ActsOn(page)).Where(IsOwners)));

        Be(Role.Viewer);
        page.WaitForAssertion(() => Assert.DoesNotContain(ActsOn(bar).Concat(ActsOn(page)), IsOwners));
    }

    [Fact]
    public async Task What_changes_a_recording_refuses_a_viewer_whatever_the_page_drew()
    {
        var game = await PlayMatchedAsync();
        Be(Role.Viewer);
        var actions = Services.GetRequiredService<RecordingActions>();

        Assert.Equal("Only the owner may do that.", await actions.StarAsync(game, starred: true));
        Assert.Equal((false, "Only the owner may do that."), await actions.DeleteAsync(game, "The game"));
        Assert.False((await Run.Games.FindAsync(game, CancellationToken.None))!.Game.IsStarred);
    }

    [Fact]
    public async Task Custom_games_and_those_of_which_nobody_told_that_they_are_none_are_not_listed_for_viewers()
    {
        var matched = await PlayMatchedAsync();
        var (unknown, custom, flagged) = (await PlayAsync(), await PlayAsync(), await PlayAsync());
        await SqlAsync($"UPDATE games SET queue_id = 0, game_type = 'CUSTOM_GAME' WHERE id = {custom}");
        await SqlAsync($"UPDATE games SET queue_id = 3140, game_type = 'CUSTOM_GAME' WHERE id = {flagged}");
        Assert.Equal([flagged, custom, unknown, matched], Ids(List(4)));

        Be(Role.Viewer);
        Assert.Equal([matched], Ids(List(1)));

        Sharing.IsShown = true;
        Assert.Equal([flagged, custom, unknown, matched], Ids(List(4)));
    }

    [Fact]
    public async Task Without_a_game_that_may_be_seen_a_viewer_is_told_of_none()
    {
        await PlayAsync();
        Be(Role.Viewer);
        var page = Render<GamesPage>();
        page.WaitForAssertion(() => Assert.Equal("No game has been watched yet", page.Find("h2").TextContent));
    }

    [Fact]
    public async Task Hostile_names_are_text()
    {
        var game = await PlayMatchedAsync();
        await SqlAsync($"UPDATE players_in_games SET champion_name = '{HostileNames.Script}', display_name = '{HostileNames.All[1]}'");
        Be(Role.Viewer);
        var page = List(1);
        Assert.Contains(HostileNames.Script, page.Find("ol").TextContent, StringComparison.Ordinal);
        HostileNames.AssertAreText(page.FindAll("*"), $"/games, of game {game}");
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    public async Task A_custom_game_has_a_page_for_the_owner_and_for_viewers_where_the_owner_wants_that(bool isOwner, bool isShown, bool sees)
    {
        var game = await PlayAsync();
        await SqlAsync($"UPDATE games SET queue_id = 0 WHERE id = {game}");
        (Sharing.IsShown, var gone) = (isShown, "There is no such game");
        Be(isOwner ? Role.Owner : Role.Viewer);
        var page = Show(game);

        page.WaitForAssertion(() => Assert.Equal(!sees, page.Markup.Contains(gone, StringComparison.Ordinal)));
        Assert.Equal(sees, page.Markup.Contains("Player 3", StringComparison.Ordinal));
    }

    private async Task<long> PlayMatchedAsync()
    {
        ResultRun.Tell(Run, "InProgress", 420, "euw1");
        var game = await PlayAsync();
        ResultRun.Tell(Run, "None", 420, "euw1");
        return game;
    }

    private static bool IsOwners(string act) => act.StartsWith("Star", StringComparison.Ordinal) || act.StartsWith("Delete", StringComparison.Ordinal);

    private IRenderedComponent<GamesPage> List(int rows)
    {
        var page = Render<GamesPage>();
        page.WaitForAssertion(() => Assert.Equal(rows, page.FindComponents<GameRow>().Count));
        return page;
    }

    private static IEnumerable<long> Ids(IRenderedComponent<GamesPage> page) => page.FindComponents<GameRow>().Select(row => row.Instance.Line.Id);
}
