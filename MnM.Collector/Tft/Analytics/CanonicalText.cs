using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Collector.Tft.Analytics;

/// <summary>The text by which equal questions are known: every filter in one order, values sorted.</summary>
internal static class CanonicalText
{
    public static string Of(TftQuery query, int minGames, int mostRows) => string.Join('|',
        query.Subject,
        List(query.Patches), Number(query.Set), Number(query.From), Number(query.Before), List(query.Queues), List(query.Platforms),
        List(query.Tiers.Select(tier => (int)tier)), Number(query.MinPoints), query.LadderPlayersOnly,
        Number(query.Unit), Number(query.MinStar), Number(query.MaxStar), List(query.With), List(query.Without), query.Exactly is { } exactly ? $"={List(exactly)}" : "", Number(query.ItemCount),
        Number(query.Trait), Number(query.MinTraitTier), Number(query.MinLevel), Number(query.MaxLevel), Number(minGames), Number(mostRows));

    private static string List(ImmutableArray<int> values) => List(values.AsEnumerable());

    private static string List(IEnumerable<int> values) => string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
