using System.Collections.Immutable;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics;

/// <summary>Every filter that a query has, alone and in pairs.</summary>
internal static class Queries
{
    public static ImmutableArray<TftSubject> Subjects { get; } = [.. Enum.GetValues<TftSubject>()];

    /// <summary>The filters, with values that some of the matches have.</summary>
    public static ImmutableArray<(string Name, Func<TftQuery, TftQuery> Set)> FiltersFor(IReadOnlyList<FlatMatch> matches)
    {
        var boards = matches.SelectMany(match => match.Boards).ToList();
        var full = boards.SelectMany(board => board.Units).First(unit => unit.Items.Length == 3 && unit.Items.Distinct().Count() == 2);
        var twice = full.Items.GroupBy(item => item).First(item => item.Count() == 2).Key;
        var middle = matches.Select(match => match.EndedAt.ToUnixTimeSeconds()).Order().ElementAt(matches.Count / 2);
        return
        [
            ("a patch", query => query with { Patches = [new Patch(18, 1).Code] }),
            ("two patches", query => query with { Patches = [new Patch(18, 1).Code, new Patch(18, 2, 1).Code] }),
            ("a patch that is not there", query => query with { Patches = [new Patch(3, 3).Code] }),
            ("a set", query => query with { Set = 18 }),
            ("from", query => query with { From = middle }),
            ("before", query => query with { Before = middle }),
            ("a queue", query => query with { Queues = [1100] }),
            ("two queues", query => query with { Queues = [1090, 1160] }),
            ("platforms", query => query with { Platforms = [1, 3] }),
            ("all tiers", query => query with { Tiers = [TftTier.Master, TftTier.Grandmaster, TftTier.Challenger] }),
            ("one tier", query => query with { Tiers = [TftTier.Challenger] }),
            ("points", query => query with { MinPoints = 500 }),
            ("players alone", query => query with { LadderPlayersOnly = true }),
            ("a unit", query => query with { Unit = full.Unit }),
            ("least star", query => query with { MinStar = 2 }),
            ("most star", query => query with { MaxStar = 1 }),
            ("with an item", query => query with { With = [twice] }),
            ("with an item twice", query => query with { With = [twice, twice] }),
            ("without items", query => query with { Without = [1, twice] }),
            ("exactly these items", query => query with { Exactly = full.Items }),
            ("exactly no items", query => query with { Exactly = [] }),
            ("a number of items", query => query with { ItemCount = 2 }),
            ("a trait", query => query with { Trait = 2 }),
            ("a step of a trait", query => query with { Trait = 1, MinTraitTier = 2 }),
            ("least level", query => query with { MinLevel = 8 }),
            ("most level", query => query with { MaxLevel = 7 }),
        ];
    }
}
