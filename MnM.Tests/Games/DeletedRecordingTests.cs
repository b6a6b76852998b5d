using Bunit;
using MnM.Web.Games;
using MnM.Web.Live;

namespace MnM.Tests.Games;

public sealed class DeletedRecordingTests : GamesContext
{
    [Fact]
    public async Task What_stays_of_a_deleted_recording_is_shown_without_a_slider()
    {
        var id = await PlayAsync();
        await Run.Folder.FoldAsync(id, CancellationToken.None);
        var before = Show(id);
        before.WaitForAssertion(() => Assert.Equal(5, before.FindAll(".plot svg").Count), TimeSpan.FromSeconds(10));
        await Run.Recordings.DeleteAsync(id, CancellationToken.None);

        var page = Show(id);

        page.WaitForAssertion(() => Assert.Equal("The recording was deleted. The final scoreboard, the events and the charts are still here.", page.Find(".gone").TextContent.Trim()));
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".plot svg").Count), TimeSpan.FromSeconds(10));
        foreach (var part in new[] { ".lanes", ".match", ".told ol" })
            Assert.Equal(Words(before, part), Words(page, part));

        Assert.Equal("final", page.Find(".clock small").TextContent.Trim());
        Assert.Empty(page.FindAll("input[type=range], .star, .del"));
        Assert.All(page.FindAll(".told li button"), line => Assert.True(line.HasAttribute("disabled")));
        Assert.Contains("41 were recorded, none is here", page.Find(".src").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_timeline_kills_are_the_only_chart()
    {
        var id = await PlayAsync();
        await Run.Recordings.DeleteAsync(id, CancellationToken.None);

        var page = Show(id);

        page.WaitForAssertion(() => Assert.Equal("The recording was deleted. The final scoreboard, the events and the kills are still here.", page.Find(".gone").TextContent.Trim()));
        Assert.Equal("Kills", page.FindAll(".charts h2")[0].TextContent);
        Assert.Single(page.FindAll(".plot svg"));
        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
    }

    [Theory]
    [InlineData(29, "The recording was deleted. ")]
    [InlineData(31, "The recording was deleted after 30 days: this game had no star. ")]
    public async Task An_old_recording_went_because_of_its_age(int days, string reason)
    {
        var id = await PlayAsync(5);
        await Run.Recordings.DeleteAsync(id, CancellationToken.None);
        Run.Clock.Advance(TimeSpan.FromDays(days).TotalSeconds);

        var page = Show(id);

        page.WaitForAssertion(() => Assert.StartsWith(reason + "The final", page.Find(".gone").TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_itself_deletes_after_a_question_that_says_what_stays()
    {
        var id = await PlayAsync();
        await Run.Folder.FoldAsync(id, CancellationToken.None);
        var page = Show(id);

        page.WaitForElement(".del").Click();
        page.WaitForAssertion(() => Assert.Contains("Its final scoreboard, events and charts stay.", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Keep it", page.FindAll("[role=dialog] button")[0].TextContent);
        page.Find("[role=dialog] .danger").Click();

        page.WaitForAssertion(() => Assert.Contains("The recording was deleted.", page.Find(".gone").TextContent, StringComparison.Ordinal));
        Assert.Empty((await Run.Replay.MomentsAsync(id, CancellationToken.None)).Readable);
        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
    }

    [Fact]
    public async Task A_star_is_given_and_taken_on_the_page()
    {
        var id = await PlayAsync(5);
        var page = Show(id);
        var bar = Render<Microsoft.AspNetCore.Components.Sections.SectionOutlet>(outlet => outlet.Add(section => section.SectionId, MnM.Web.Shell.MainLayout.Bar));

        bar.WaitForElement(".star").Click();

        bar.WaitForAssertion(() => Assert.Equal("true", bar.Find(".star").GetAttribute("aria-pressed")));
        Assert.True((await Run.Games.FindAsync(id, CancellationToken.None))!.Game.IsStarred);
        page.WaitForAssertion(() => Assert.Equal("Remove the star to delete it", page.Find(".src .kept").TextContent));
        Assert.Empty(page.FindAll(".del"));
    }

    [Fact]
    public async Task A_game_of_which_nobody_is_known_says_that_nothing_is_recorded()
    {
        var id = await PlayAsync(5);
        await Run.Recordings.DeleteAsync(id, CancellationToken.None);
        await SqlAsync("DELETE FROM players_in_games");

        var page = Show(id);

        page.WaitForAssertion(() => Assert.Equal("Nothing of this game is recorded", page.Find("h2").TextContent));
    }

    private static string[] Words(IRenderedComponent<GamePage> page, string part) =>
        page.Find(part).TextContent.Split((char[])[], StringSplitOptions.RemoveEmptyEntries);
}
