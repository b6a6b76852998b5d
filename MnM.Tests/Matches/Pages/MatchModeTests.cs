using Bunit;
using MnM.Simulator;
using MnM.Simulator.World.Careers;
using MnM.Web.Matches;

namespace MnM.Tests.Matches.Pages;

/// <summary>The page of each mode, as the simulator writes their matches.</summary>
public sealed class MatchModeTests : MatchPageContext
{
    private static readonly Lazy<List<CareerGame>> Games = new(() =>
        [.. new[] { 0, 1 }.SelectMany(number => new Career(CareerOptions.All[number]).Of(CareerOptions.All[number].Members[0].Person, new SimulatorClock().GetUtcNow()))]);

    [Fact]
    public async Task The_Rift_has_lanes_and_two_sides()
    {
        var page = await ShowAsync(CareerQueues.Solo, CareerFate.Played);
        Assert.Equal(5, page.FindAll(".lane:not(.solo)").Count);
        Assert.NotEmpty(page.FindAll(".diff .mark"));
        Assert.Equal(4, page.FindAll(".bars .seg, .diff .seg, .story .seg, .course .seg").Count);
        Assert.NotEmpty(page.FindAll(".map .tower"));
    }

    [Fact]
    public async Task ARAM_has_sides_and_no_lanes()
    {
        var page = await ShowAsync(CareerQueues.Aram, CareerFate.Played);
        Assert.Equal(5, page.FindAll(".lane").Count);
        Assert.Equal("nobody stands against", page.Find(".stats-at .sub").TextContent);
        Assert.NotEmpty(page.FindAll(".map .bridge"));
    }

    [Fact]
    public async Task The_Arena_has_eight_places_of_two_the_best_first()
    {
        var page = await ShowAsync(CareerQueues.Arena, CareerFate.Played);
        Assert.Equal(Enumerable.Range(1, 8).Select(MatchWords.Place), page.FindAll(".cards > section h2").Select(head => head.TextContent));
        Assert.Equal(16, page.FindAll(".lane.solo").Count);
        Assert.Equal(16, page.FindAll(".people nav a").Count);
        Assert.Empty(page.FindAll(".diff"));
        Assert.Equal(16, page.FindAll(".bars .half").Count);
        Assert.NotEmpty(page.FindAll("circle.kill"));
    }

    [Fact]
    public async Task The_computer_s_players_have_no_page()
    {
        var page = await ShowAsync(CareerQueues.Bots, CareerFate.Played);
        Assert.Contains("bot", page.Find(".lane").TextContent, StringComparison.Ordinal);
        Assert.Equal(10, page.FindAll(".people nav a").Count);
    }

    [Theory]
    [InlineData(CareerFate.Surrendered)]
    [InlineData(CareerFate.Remade)]
    [InlineData(CareerFate.Aborted)]
    [InlineData(CareerFate.Sparse)]
    internal async Task Odd_matches_have_their_page_too(CareerFate fate)
    {
        var game = Games.Value.First(game => game.Fate == fate && game.QueueId == CareerQueues.Solo);
        var written = CareerMatch.Write(game);
        var page = ShowStored(await StoreAsync(written.Match, written.Timeline, game.MatchId));
        Assert.Equal(10, page.FindAll(".people nav a").Count);
        Assert.Equal(fate is CareerFate.Remade or CareerFate.Aborted, page.FindAll(".note").Count > 0);
    }

    [Fact]
    public async Task A_match_of_the_first_months_has_its_page()
    {
        var game = Games.Value.Last(game => game.Fate == CareerFate.Played && MatchShapes.IsOld(game.Start));
        var written = CareerMatch.Write(game);
        var page = ShowStored(await StoreAsync(written.Match, written.Timeline, game.MatchId));
        Assert.NotEmpty(page.FindAll(".skills td.on"));
    }

    private async Task<IRenderedComponent<MatchPage>> ShowAsync(int queue, CareerFate fate)
    {
        var game = Games.Value.First(game => game.Fate == fate && game.QueueId == queue);
        var written = CareerMatch.Write(game);
        return ShowStored(await StoreAsync(written.Match, written.Timeline, game.MatchId));
    }
}
