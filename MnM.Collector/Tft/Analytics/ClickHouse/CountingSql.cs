using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>
/// The statement that counts for a query. What a group has in a match is a mask of places, and so is what it could have had: ClickHouse answers how many matches have which pair of masks
/// (<see cref="CountedMasks"/> makes sums of them). Numbers alone go into it, and nothing that ClickHouse 18.16 and later versions understand differently.
/// </summary>
internal sealed class CountingSql(TftQuery query, string table)
{
    /// <summary>Of a row of the answer: it tells of all boards that the filters leave, of a group, or of the boards with a unit.</summary>
    public const byte Sample = 0;
    public const byte Group = 1;
    public const byte Base = 2;

    private const string Bit = "toUInt8(bitShiftLeft(toUInt8(1), toUInt8(place - 1)))";
    private const string Board = "match_id * 8 + place";

    private static readonly string[] Keys = ["unit", "items", "trait", "second", "step"];
    private static readonly string[] Nothing = ["toUInt16(0)", "emptyArrayUInt16()", "toUInt16(0)", "toUInt16(0)", "toInt16(0)"];

    private bool HasItemFilter => query.MinStar is not null || query.MaxStar is not null || !query.With.IsEmpty || !query.Without.IsEmpty || query.Exactly is not null || query.ItemCount is not null;

    private bool HasUnitFilter => query.Unit is not null || HasItemFilter;

    private bool HasStandingFilter => query.LadderPlayersOnly || query.MinPoints is not null || !query.Tiers.IsEmpty;

    private bool HasBoardFilter => query.MinLevel is not null || query.MaxLevel is not null || query.Trait is not null || query.LadderPlayersOnly;

    /// <summary>Whether groups are held against the boards with their unit, not against all.</summary>
    public bool IsOfUnit => query.Subject is TftSubject.Builds || (query.Subject is TftSubject.Units && HasItemFilter) || (query.Subject is TftSubject.Items && query.Unit is not null);

    /// <summary>The unit that is asked for.</summary>
    public int? Unit => query.Unit;

    public string Write() => string.Join("\nUNION ALL\n", [OfSample(), OfGroups(), .. IsOfUnit ? [OfUnits(Base)] : (string[])[]]) + "\nFORMAT RowBinary";

    private string OfSample() => HasBoardFilter
        ? $"SELECT {Row(Sample, [])}, sample AS mask, sample AS base, count() AS matches FROM ({Samples()}) GROUP BY sample"
        : $"SELECT {Row(Sample, [])}, present AS mask, present AS base, count() AS matches FROM {table} WHERE {Where(RowKind.Match)} GROUP BY present";

    private string OfGroups() => query.Subject switch
    {
        TftSubject.Units when !HasItemFilter => OfUnits(Group),
        TftSubject.Units => Folded(RowKind.Unit, ["unit"], UnitConditions()),
        TftSubject.Items => Folded(RowKind.Unit, ["item"], UnitConditions(), "[item]", "arrayJoin(items) AS item"),
        TftSubject.Builds => Folded(RowKind.Unit, ["unit", "items"], [.. UnitConditions(), .. query.Exactly is [] ? [] : (string[])["length(items) != 0"]]),
        TftSubject.Traits when HasUnitFilter => Folded(RowKind.Trait, ["trait", "step"], ["step >= 1", OnBoardsOfUnit()]),
        TftSubject.Traits => Whole(Group, RowKind.Trait, ["trait", "step"], ["step >= 1"]),
        TftSubject.Comps when HasUnitFilter => Folded(RowKind.Board, ["unit", "trait", "second"], ["trait != 0", OnBoardsOfUnit()]),
        TftSubject.Comps => Whole(Group, RowKind.Board, ["unit", "trait", "second"], ["trait != 0"]),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.Subject, null),
    };

    private string OfUnits(byte part) => Whole(part, RowKind.Unit, ["unit"], query.Unit is { } unit ? [Text($"unit = {unit}")] : []);

    /// <summary>Groups that have all boards with their key: rows carry the mask of these.</summary>
    private string Whole(byte part, RowKind kind, string[] keys, string[] conditions) =>
        $"""
        SELECT {Row(part, keys)}, bitAnd(together, sample) AS mask, {(part == Base ? "bitAnd(together, sample)" : "sample")} AS base, count() AS matches
        FROM {Rows(kind, string.Join(", ", keys) + ", together", [.. conditions, "is_first = 1"])}
        WHERE bitAnd(together, sample) != 0 GROUP BY {string.Join(", ", keys)}, mask, base
        """;

    /// <summary>Groups that have the boards of the rows that a filter leaves: their places are gathered by match.</summary>
    private string Folded(RowKind kind, string[] keys, string[] conditions, string? items = null, string? joined = null) =>
        $"""
        SELECT {Row(Group, keys, items)}, bitAnd(own, seen) AS mask, {(IsOfUnit ? "bitAnd(everywhere, seen)" : "seen")} AS base, count() AS matches
        FROM (
        SELECT {string.Join(", ", keys)}, match_id, groupBitOr({Bit}) AS own, any(together) AS everywhere, any(sample) AS seen
        FROM {Rows(kind, (joined ?? string.Join(", ", keys)) + ", together", conditions)} GROUP BY {string.Join(", ", keys)}, match_id)
        WHERE bitAnd(own, seen) != 0 GROUP BY {string.Join(", ", keys)}, mask, base
        """;

    /// <summary>Rows with the mask of the places that the sample has of their match.</summary>
    private string Rows(RowKind kind, string columns, string[] conditions) => HasBoardFilter
        ? $"(SELECT {columns}, match_id, place FROM {table} WHERE {Where(kind, conditions)}) AS rows ALL INNER JOIN ({Samples()}) AS samples USING (match_id)"
        : $"(SELECT {columns}, match_id, place, present AS sample FROM {table} WHERE {Where(kind, conditions)})";

    private string Samples() => $"SELECT match_id, groupBitOr({Bit}) AS sample FROM {table} WHERE {Where(RowKind.Board, BoardConditions())} GROUP BY match_id";

    private string OnBoardsOfUnit() => $"{Board} IN (SELECT {Board} FROM {table} WHERE {Where(RowKind.Unit, UnitConditions())})";

    private string Where(RowKind kind, params string[] conditions) => string.Join(" AND ", [Text($"kind = {(int)kind}"), .. MatchConditions(), .. conditions]);

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

        if (HasStandingFilter)
        {
            yield return "(" + string.Join(" OR ", Tiers().Select(tier => Text($"{Column(tier)} >= {Math.Max(query.MinPoints ?? 0, 0)}"))) + ")";
        }
    }

    private string[] BoardConditions() =>
    [
        .. query.MinLevel is { } least ? [Text($"level >= {least}")] : (string[])[],
        .. query.MaxLevel is { } most ? [Text($"level <= {most}")] : (string[])[],
        .. query.LadderPlayersOnly ? [Text($"tier IN ({List(Tiers().Select(tier => (int)tier))}) AND points >= {Math.Max(query.MinPoints ?? 0, 0)}")] : (string[])[],
        .. query.Trait is { } trait
            ? [$"{Board} IN (SELECT {Board} FROM {table} WHERE {Where(RowKind.Trait, Text($"trait = {trait}"), Text($"step >= {Math.Max(query.MinTraitTier, 1)}"))})"]
            : (string[])[],
    ];

    private string[] UnitConditions() =>
    [
        .. query.Unit is { } unit ? [Text($"unit = {unit}")] : (string[])[],
        .. query.MinStar is { } least ? [Text($"star >= {least}")] : (string[])[],
        .. query.MaxStar is { } most ? [Text($"star <= {most}")] : (string[])[],
        .. query.With.CountBy(item => item).Select(item => item.Value == 1 ? Text($"has(items, {item.Key})") : Text($"countEqual(items, {item.Key}) >= {item.Value}")),
        .. query.Without.Distinct().Select(item => Text($"NOT has(items, {item})")),
        .. query.ItemCount is { } count ? [Text($"length(items) = {count}")] : (string[])[],
        .. query.Exactly is { } exactly ? [Text($"length(items) = {exactly.Length}"), .. exactly.Order().Select((item, at) => Text($"items[{at + 1}] = {item}"))] : (string[])[],
    ];

    private ImmutableArray<TftTier> Tiers() => query.Tiers.IsEmpty ? [TftTier.Master, TftTier.Grandmaster, TftTier.Challenger] : query.Tiers;

    private static string Column(TftTier tier) => tier switch
    {
        TftTier.Challenger => "challenger",
        TftTier.Grandmaster => "grandmaster",
        _ => "master",
    };

    /// <summary>The columns of a row of the answer before its masks.</summary>
    private static string Row(byte part, string[] keys, string? items = null) => Text($"toUInt8({part}) AS part, ")
        + string.Join(", ", Keys.Select((key, at) => key == "items" && items is not null ? $"{items} AS items" : keys.Contains(key) ? key : $"{Nothing[at]} AS {key}"));

    private static string List(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
