using Bunit;
using MnM.Web.Live;

namespace MnM.Tests.Games;

public sealed class DamagedRecordingTests : GamesContext
{
    [Fact]
    public async Task A_damaged_second_is_told_and_the_rest_of_the_page_stays()
    {
        var id = await PlayAsync();
        await SqlAsync("UPDATE game_snapshots SET payload = X'00' WHERE NOT keyframe AND sequence = 30");
        var page = Show(id, "80");

        page.WaitForElement("input[type=range]").Input("95");

        page.WaitForAssertion(() => Assert.Contains("A part of the recording cannot be read", page.Find(".note.warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
    }

    [Fact]
    public async Task A_damaged_last_poll_gives_way_to_the_stored_figures()
    {
        var id = await PlayAsync();
        await SqlAsync("UPDATE game_snapshots SET payload = X'00' WHERE sequence = 40");

        var page = Show(id);

        page.WaitForAssertion(() => Assert.Contains("is damaged in polls 0 to 40", page.Find(".note.warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(["4", "0"], page.FindAll(".kills").Select(kills => kills.TextContent));
        Assert.Equal(7, page.FindAll(".told li").Count);
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".plot svg").Count), TimeSpan.FromSeconds(10));

        page.Find("input[type=range]").Input("75");
        page.WaitForAssertion(() => Assert.Equal("1:15", page.Find(".clock time").TextContent));
    }

    [Theory]
    [InlineData("payload")]
    [InlineData("moments")]
    public async Task A_damaged_segment_leaves_charts_scoreboard_and_events(string column)
    {
        var id = await PlayAsync();
        await Run.Folder.FoldAsync(id, CancellationToken.None);
        await SqlAsync($"UPDATE snapshot_segments SET {column} = X'00'");

        var page = Show(id);

        page.WaitForAssertion(() => Assert.Contains("is damaged in polls 0 to 40", page.Find(".note.warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
        Assert.Equal(7, page.FindAll(".told li").Count);
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".plot svg").Count), TimeSpan.FromSeconds(10));
    }
}
