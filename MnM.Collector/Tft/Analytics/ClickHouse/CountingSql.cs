using System.Globalization;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>
/// The statement that counts for a query. What a group has in a match is a mask of places: ClickHouse answers how many matches have which mask, with how many boards and sum of places in what these could have had,
/// and <see cref="CountedMasks"/> makes sums of that. A match is one row, so that a filter of boards is arithmetic on its arrays and no join.
/// Numbers alone go into the statement, and nothing that ClickHouse 18.16 and later versions understand differently.
/// </summary>
internal sealed class CountingSql(TftQuery query, string table)
{
    /// <summary>Of a row of the answer: it tells of all boards that the filters leave, of a group, or of the boards with a unit.</summary>
    public const byte Sample = 0;
    public const byte Group = 1;
    public const byte Base = 2;

    /// <summary>A copy as one in the byte of its place.</summary>
    private const string OneOfPlace = "bitShiftLeft(toUInt64(1), toUInt8(8 * (place - 1)))";

    private static readonly string[] Keys = ["unit", "items", "trait", "second", "step"];
    private static readonly string[] Nothing = ["toUInt16(0)", "emptyArrayUInt16()", "toUInt16(0)", "toUInt16(0)", "toUInt8(0)"];

    private readonly MatchFilter _filter = new(query);

    /// <summary>Whether groups are held against the boards with their unit, not against all.</summary>
    public bool IsOfUnit => query.Subject is TftSubject.Builds || (query.Subject is TftSubject.Units && query.ChoosesCopies) || (query.Subject is TftSubject.Items && query.Unit is not null);

    /// <summary>The unit that is asked for.</summary>
    public int? Unit => query.Unit;

    /// <summary>
    /// Units of a match, and the places of the boards with each that groups are held against: of its copies, which are sorted by unit, the last of each. The match's row keeps the places of copies of any stars.
    /// </summary>
    private string[] UnitsOfMatch =>
    [
        "arrayMap((unit, next) -> unit != next, copies.unit, arrayPopFront(arrayPushBack(copies.unit, toUInt16(0)))) AS ends",
        "arrayFilter((unit, is_end) -> is_end, copies.unit, ends) AS all_units",
        $"{(query.HoldsStars ? $"arrayMap(grown -> toUInt8({BitsOf("toUInt64(grown)")}), {GrowthOf(_filter.OfStarred(OneOfPlace, "toUInt64(0)"))})" : "arrayFilter((places, is_end) -> is_end, copies.places, ends)")} AS all_places",
    ];

    private string OfUnit => query.Unit is { } unit ? Text($"unit = {unit}") : "1";

    public string Write() => string.Join("\nUNION ALL\n", [Counted(Sample, [], $"SELECT sample AS own, board_count, place_sum FROM ({Matches()})"), OfGroups(), .. IsOfUnit && !TellsBases ? [OfUnits(Base)] : (string[])[]])
        + "\nFORMAT RowBinary";

    /// <summary>Whether the statement of the groups tells of the boards with each unit too.</summary>
    private bool TellsBases => query.Subject is TftSubject.Units;

    private string OfGroups() => query.Subject switch
    {
        TftSubject.Units when query.ChoosesCopies => OfChosenUnits(),
        TftSubject.Units => OfUnits(Group),
        TftSubject.Items => Folded(["item"], "arrayJoin(items) AS item"),
        TftSubject.Builds => Folded(["unit", "items"], "unit, items", query.Exactly is [] ? "1" : "notEmpty(items)"),
        TftSubject.Traits => Kept(["trait", "step"], "traits", "step >= 1"),
        TftSubject.Comps => Kept(["unit", "trait", "second"], "comps", "trait != 0"),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.Subject, null),
    };

    /// <summary>Units on whatever boards they are.</summary>
    private string OfUnits(byte part) => Counted(
        part,
        ["unit"],
        $"SELECT unit, toUInt8(bitAnd(of_unit, sample)) AS own, {(part == Base ? Counts("own") : "board_count, place_sum")} FROM ({Matches(UnitsOfMatch)}) ARRAY JOIN all_units AS unit, all_places AS of_unit WHERE {OfUnit}");

    /// <summary>Units with copies that fit, and the boards with each unit, from one look at the rows. Grouping by unit and match takes four times as long.</summary>
    private string OfChosenUnits()
    {
        var units = Matches([.. UnitsOfMatch, $"{GrowthOf(_filter.OfCopies(OneOfPlace, "toUInt64(0)"))} AS growth"]);
        return $"""
            SELECT {Named("told", ["unit"])}, {Text($"if(told = {Group}, own, all)")} AS mask, sum(matches), sum(matches * board_count), sum(matches * place_sum)
            FROM (SELECT unit, toUInt8(bitAnd({BitsOf("toUInt64(grown)")}, sample)) AS own, toUInt8(bitAnd(of_unit, sample)) AS all, {Counts("all")}, count() AS matches
            FROM ({units}) ARRAY JOIN all_units AS unit, all_places AS of_unit, growth AS grown WHERE {OfUnit} GROUP BY unit, own, all)
            ARRAY JOIN {Text($"[toUInt8({Group}), toUInt8({Base})]")} AS told WHERE mask != 0 GROUP BY told, unit, mask
            """;
    }

    /// <summary>Groups that a match's row keeps with the places of all boards that have them.</summary>
    private string Kept(string[] keys, string nested, string condition) => Counted(
        Group,
        keys,
        $"""
        SELECT {string.Join(", ", keys)}, toUInt8(bitAnd(of_group, chosen)) AS own, board_count, place_sum
        FROM ({Matches([.. keys.Select(key => $"{nested}.{key}"), $"{nested}.places", $"{(_filter.HasUnit ? $"bitAnd(sample, {MatchFilter.Any(_filter.OfCopies(MatchFilter.Bit, "toUInt8(0)"))})" : "sample")} AS chosen"])})
        ARRAY JOIN {string.Join(", ", keys.Select(key => $"{nested}.{key} AS {key}"))}, {nested}.places AS of_group WHERE {condition}
        """);

    /// <summary>Groups that no row keeps: their copies are gathered by match.</summary>
    private string Folded(string[] keys, string shown, string condition = "1")
    {
        string[] columns = ["unit", "place", "items"];
        var matches = Matches([
            "match_id", .. query.HoldsStars ? UnitsOfMatch : [], $"{_filter.OfCopies("toUInt8(1)", "toUInt8(0)")} AS fitting",
            .. columns.Select(column => $"arrayFilter((value, is_fit) -> is_fit, copies.{column}, fitting) AS fit_{column}"),
            $"arrayFilter((value, is_fit) -> is_fit, {(query.HoldsStars ? "arrayMap((before, is_end) -> all_places[before + 1 - is_end], arrayCumSum(ends), ends)" : "copies.places")}, fitting) AS fit_places",
        ]);
        return Counted(
            Group,
            keys,
            $"""
            SELECT {string.Join(", ", keys)}, toUInt8(bitAnd(bits, seen)) AS own, toUInt8(bitAnd(everywhere, seen)) AS all, {(IsOfUnit ? Counts("all") : "any_count AS board_count, any_sum AS place_sum")}
            FROM (SELECT {string.Join(", ", keys)}, groupBitOr({MatchFilter.Bit}) AS bits, any(sample) AS seen, any(of_unit) AS everywhere, any(board_count) AS any_count, any(place_sum) AS any_sum
            FROM (SELECT match_id, sample, board_count, place_sum, place, of_unit, {shown}
            FROM ({matches}) ARRAY JOIN fit_unit AS unit, fit_place AS place, fit_items AS items, fit_places AS of_unit WHERE {condition})
            GROUP BY {string.Join(", ", keys)}, match_id)
            """);
    }

    /// <summary>The rows of matches with the places that are left of each, how many these are, and their sum.</summary>
    private string Matches(params IEnumerable<string> columns) =>
        $"SELECT {string.Join(", ", [.. columns, $"toUInt8({_filter.Sample}) AS sample", Counts("sample")])} FROM {table} WHERE {_filter.Matches}";

    /// <summary>Counts matches by group and mask.</summary>
    private static string Counted(byte part, string[] keys, string rows) =>
        $"""
        SELECT {Named(Text($"toUInt8({part})"), keys)}, own, count() AS matches, sum(board_count) AS boards, sum(place_sum) AS places
        FROM ({rows}) WHERE own != 0 GROUP BY {string.Join(", ", [.. keys, "own"])}
        """;

    /// <summary>What a row of the answer begins with: what it tells of, and the keys.</summary>
    private static string Named(string part, string[] keys) =>
        $"{part} AS part, {string.Join(", ", Keys.Select((key, at) => keys.Contains(key) ? key : $"{(key == "items" && keys is ["item"] ? "[item]" : Nothing[at])} AS {key}"))}";

    /// <summary>How many places a mask has, and their sum.</summary>
    private static string Counts(string mask)
    {
        var bits = Enumerable.Range(1, 8).Select(place => Text($"bitAnd(bitShiftRight({mask}, {place - 1}), 1)")).ToList();
        return Text($"{string.Join(" + ", bits)} AS board_count, {string.Join(" + ", bits.Select((bit, at) => Text($"{at + 1} * {bit}")))} AS place_sum");
    }

    /// <summary>
    /// What the running sums of the copies' numbers grow by from the end of one unit to that of the next, which is the number of the next. Copies that add one to the byte of their place become the places of a unit by
    /// <see cref="BitsOf"/>.
    /// </summary>
    private static string GrowthOf(string numbers) => $"arrayPopFront(arrayDifference(arrayPushFront(arrayFilter((sum, is_end) -> is_end, arrayCumSum({numbers}), ends), toUInt64(0))))";

    /// <summary>Of each byte of a number a bit, whether it is above 0: the bits of a byte are drawn to its lowest one, then a product brings those together in the highest byte.</summary>
    private static string BitsOf(string number)
    {
        foreach (var shift in (int[])[4, 2, 1])
        {
            number = Text($"bitOr({number}, bitShiftRight({number}, {shift}))");
        }

        return Text($"bitShiftRight(bitAnd({number}, {0x0101010101010101}) * {0x0102040810204080}, 56)");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
