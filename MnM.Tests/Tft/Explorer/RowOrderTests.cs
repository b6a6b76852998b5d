using System.Collections.Immutable;
using MnM.Collector.StaticData;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Tft.Explorer;

namespace MnM.Tests.Tft.Explorer;

/// <summary>In which order rows stand.</summary>
public sealed class RowOrderTests
{
    // Few games with a good mean are drawn to the mean of all.
    private static readonly ImmutableArray<NamedRow> Three =
    [
        Named("X_Cat", 900, 4.2, .3, shrunk: 4.21, top4: .5, win: .11, last: .2, margin: .1),
        Named("X_Ant", 100, 3.9, -.4, shrunk: 4.3, top4: .7, win: .3, last: .1, margin: .4),
        Named("X_Bee", 500, 4.0, null, shrunk: 4.1, top4: .6, win: .2, last: .3, margin: .2),
    ];

    [Theory]
    [InlineData("name", "Ant Bee Cat")]
    [InlineData("-name", "Cat Bee Ant")]
    [InlineData("games", "Ant Bee Cat")]
    [InlineData("-games", "Cat Bee Ant")]
    [InlineData("-share", "Cat Bee Ant")]
    [InlineData("place", "Bee Cat Ant")]
    [InlineData("margin", "Cat Bee Ant")]
    [InlineData("-top4", "Ant Bee Cat")]
    [InlineData("-win", "Ant Bee Cat")]
    [InlineData("last", "Ant Cat Bee")]
    [InlineData("delta", "Ant Bee Cat")]
    [InlineData("-delta", "Cat Bee Ant")]
    public void Rows_stand_by_each_column(string word, string names)
    {
        var order = RowOrder.Read(word);
        Assert.Equal(word, order.Word ?? "place");
        Assert.Equal(names, string.Join(' ', order.Sort(Three).Select(row => row.Name)));
    }

    [Theory]
    [InlineData("games")]
    [InlineData("-place")]
    [InlineData("win")]
    public void What_has_too_few_games_comes_last_in_every_order(string word)
    {
        var few = Named("X_Few", 99, 1, -3, shrunk: 1, top4: 1, win: 1, last: 0, margin: 0);
        Assert.Equal("Few", RowOrder.Read(word).Sort([few, .. Three])[^1].Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("3")]
    [InlineData("beauty")]
    public void An_order_that_there_is_not_is_the_usual_one(string? word) => Assert.Equal(RowOrder.Usual, RowOrder.Read(word));

    [Fact]
    public void A_column_turns_round_when_it_is_chosen_again_and_begins_with_what_one_looks_for()
    {
        var order = RowOrder.Usual.Choose(RowColumn.Games);
        Assert.Equal(new RowOrder(RowColumn.Games, Descending: true), order);
        Assert.Equal(new RowOrder(RowColumn.Games, Descending: false), order.Choose(RowColumn.Games));
        Assert.Equal(new RowOrder(RowColumn.Place, Descending: false), order.Choose(RowColumn.Place));
    }

    private static NamedRow Named(string id, int games, double place, double? delta, double shrunk, double top4, double win, double last, double margin)
    {
        var places = ImmutableArray.Create(games - (int)(games * last), 0, 0, 0, 0, 0, 0, (int)(games * last));
        var row = new TftRow(
            new TftKey(id, [], [], null), games, games >= 100, At(games / 1000.0, 0), At(place, margin), shrunk, At(top4, 0), At(win, 0), places, delta is { } less ? At(less, 0) : null);
        return new TftNames(StaticCatalog.Empty).Of(row, TftSubject.Units);
    }

    private static Estimate At(double value, double margin) => new(value, value - margin, value + margin);
}
