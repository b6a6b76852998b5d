using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>What a query leaves of a match's row, in ClickHouse's words; numbers are all that comes from the query.</summary>
internal sealed class MatchFilter(TftQuery query)
{
    /// <summary>A board's place as a bit, the lowest for the first.</summary>
    public const string Bit = "bitShiftLeft(toUInt8(1), toUInt8(place - 1))";

    /// <summary>Whether the query chooses copies at all.</summary>
    public bool HasUnit => query.Unit is not null || query.ChoosesCopies;

    private bool HasStanding => query.LadderPlayersOnly || query.MinPoints is not null || !query.Tiers.IsEmpty;

    private IEnumerable<TftTier> Tiers => query.Tiers.IsEmpty ? [TftTier.Master, TftTier.Grandmaster, TftTier.Challenger] : query.Tiers;

    /// <summary>Which rows.</summary>
    public string Matches => All(MatchConditions());

    /// <summary>The places of the boards that are left.</summary>
    public string Sample => BoardConditions() switch
    {
        [] => Traits("present"),
        var conditions => Traits($"toUInt8(arraySum((place, level, tier, points) -> if({string.Join(" AND ", conditions)}, {Bit}, toUInt8(0)), boards.place, boards.level, boards.tier, boards.points))"),
    };

    /// <summary>Something of each copy: where it fits, else 0. Its columns are named without their table.</summary>
    public string OfCopies(string value, string nothing) =>
        $"arrayMap((unit, place, star, items) -> if({All([.. OfUnit(), .. OfStars(), .. OfItems()])}, {value}, {nothing}), copies.unit, copies.place, copies.star, copies.items)";

    /// <summary>The same of each copy of the stars that are asked for, whatever it carries.</summary>
    public string OfStarred(string value, string nothing) => $"arrayMap((place, star) -> if({All(OfStars())}, {value}, {nothing}), copies.place, copies.star)";

    private string Traits(string sample)
    {
        if (query.Trait is not { } trait)
        {
            return sample;
        }

        var fits = Text($"trait = {trait} AND step >= {Math.Max(query.MinTraitTier, 1)}");
        return $"bitAnd({sample}, {Any($"arrayMap((trait, step, places) -> if({fits}, places, toUInt8(0)), traits.trait, traits.step, traits.places)")})";
    }

    /// <summary>All bits of an array of masks.</summary>
    public static string Any(string masks) => $"arrayReduce('groupBitOr', {masks})";

    private IEnumerable<string> MatchConditions()
    {
        if (!query.Patches.IsEmpty)
        {
            yield return $"patch IN ({List(query.Patches)})";
        }

        if (query.Set is { } set)
        {
            yield return Text($"tft_set = {set}");
        }

        if (query.From is { } from)
        {
            yield return Text($"ended >= {from}");
        }

        if (query.Before is { } before)
        {
            yield return Text($"ended < {before}");
        }

        if (!query.Queues.IsEmpty)
        {
            yield return $"queue IN ({List(query.Queues)})";
        }

        if (!query.Platforms.IsEmpty)
        {
            yield return $"platform IN ({List(query.Platforms)})";
        }

        if (HasStanding)
        {
            yield return "(" + string.Join(" OR ", Tiers.Select(tier => Text($"{Column(tier)} >= {Math.Max(query.MinPoints ?? 0, 0)}"))) + ")";
        }
    }

    private ImmutableArray<string> BoardConditions() =>
    [
        .. query.MinLevel is { } least ? [Text($"level >= {least}")] : (string[])[],
        .. query.MaxLevel is { } most ? [Text($"level <= {most}")] : (string[])[],
        .. query.LadderPlayersOnly ? [$"tier IN ({List(Tiers.Select(tier => (int)tier))})", Text($"points >= {Math.Max(query.MinPoints ?? 0, 0)}")] : (string[])[],
    ];

    private IEnumerable<string> OfUnit() => query.Unit is { } unit ? [Text($"unit = {unit}")] : [];

    private IEnumerable<string> OfStars() =>
    [
        .. query.MinStar is { } least ? [Text($"star >= {least}")] : (string[])[],
        .. query.MaxStar is { } most ? [Text($"star <= {most}")] : (string[])[],
    ];

    private IEnumerable<string> OfItems() =>
    [
        .. query.With.CountBy(item => item).Select(item => item.Value == 1 ? Text($"has(items, {item.Key})") : Text($"countEqual(items, {item.Key}) >= {item.Value}")),
        .. query.Without.Distinct().Select(item => Text($"NOT has(items, {item})")),
        .. query.ItemCount is { } count ? [Text($"length(items) = {count}")] : (string[])[],
        .. query.Exactly is { } exactly ? [Text($"length(items) = {exactly.Length}"), .. exactly.Order().Select((item, at) => Text($"items[{at + 1}] = {item}"))] : (string[])[],
    ];

    private static string All(IEnumerable<string> conditions) => string.Join(" AND ", conditions.Prepend("1"));

    private static string Column(TftTier tier) => tier switch
    {
        TftTier.Challenger => "challenger",
        TftTier.Grandmaster => "grandmaster",
        _ => "master",
    };

    private static string List(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
