using Bunit;
using MnM.Benchmarks.Games;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class RenderCostTests : PageContext
{
    [Fact]
    public void A_row_is_drawn_only_when_it_looks_different()
    {
        using var game = new WatchedGame(1, InventedCatalog.Read());
        var polls = InventedPolls.Write(30);
        var page = Show(game.Take(polls[0]).View);
        var rows = page.FindComponents<PlayerRow>();
        page.WaitForAssertion(() => Assert.Equal(1, States.Readers));
        var (drawn, different) = (0, 0);
        foreach (var poll in polls.Skip(1))
        {
            var before = rows.Select(row => (row.RenderCount, row.Markup)).ToList();
            var view = game.Take(poll).View;
            States.Publish(LiveViews.InGame(view));
            page.WaitForState(() => page.Find("mnm-age").GetAttribute("poll") == $"{view.Sequence}");
            drawn += rows.Where((row, n) => row.RenderCount != before[n].RenderCount).Count();
            different += rows.Where((row, n) => row.Markup != before[n].Markup).Count();
        }

        // The page's first drawing may reach into the first polls.
        Assert.InRange(drawn - different, 0, 10);
        Assert.InRange(different, 1, 10 * 29 / 2);
    }
}
