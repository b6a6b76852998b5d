using System.Collections.Frozen;

namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>What English calls numbers, and how a few other languages do.</summary>
internal static class NumberWords
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] TenOrdinals = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

    /// <summary>Of languages that an answer was not asked for; words that English has too are left out.</summary>
    private const string Foreign =
        "eins zwei drei vier sechs sieben acht neun zehn zwanzig vierzig sechzig siebzig achtzig neunzig hundert "
        + "deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante mille "
        + "uno dos tres cuatro cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento "
        + "tre quattro cinque sette otto nove dieci dodici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento "
        + "um dois quatro sete oito dez vinte trinta quarenta een twee drie vijf zes zeven negen tien twintig";

    /// <summary>As models and people write them by mistake.</summary>
    private const string Misspelt =
        "fourty fourtieth fivety ninty ninteen ninteenth nineth eigth eighteeen eigthy eighy fiveteen fiften fifthteen forteen fourten threeteen thirthy twelth twelvth tweleve twenteen twety sixten seventen sevety";

    /// <summary>What makes another word of a number: "sevenish", "foursome", "thirtysomething".</summary>
    private static readonly string[] Endings = ["ish", "some", "something", "odd"];

    private static readonly FrozenDictionary<string, NumberWord> ByText = All().ToFrozenDictionary(word => word.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>The word; null where it is no number. Words that are put together without a gap are found too.</summary>
    public static NumberWord? Find(string text) => ByText.GetValueOrDefault(text) ?? (text.Length >= 6 ? Glued(text) : null);

    /// <summary>Of hundred, thousand, million, billion, dozen; null of others.</summary>
    public static decimal? ScaleOf(string text) => ByText.GetValueOrDefault(text.TrimEnd('s')) is { Kind: NumberWordKind.Scale or NumberWordKind.Dozen } scale ? scale.Value : null;

    private static NumberWord? Glued(string text)
    {
        if (text.EndsWith("fold", StringComparison.OrdinalIgnoreCase) && Find(text[..^4]) is { } many)
        {
            return many with { Text = text, Kind = NumberWordKind.Times };
        }

        if (Array.Exists(Endings, ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && Find(text[..^ending.Length]) is not null))
        {
            return new NumberWord(text, NumberWordKind.Vague, 0);
        }

        for (var cut = 3; cut <= text.Length - 3; cut++)
        {
            if (ByText.ContainsKey(text[..cut]) && Find(text[cut..]) is not null)
            {
                return new NumberWord(text, NumberWordKind.Vague, 0);
            }
        }

        return null;
    }

    private static IEnumerable<NumberWord> All() =>
    [
        .. Units.Select((word, value) => new NumberWord(word, NumberWordKind.Unit, value)),
        .. Tens.Select((word, index) => new NumberWord(word, NumberWordKind.Ten, (index + 2) * 10)),
        .. Ordinals.Select((word, index) => new NumberWord(word, NumberWordKind.Ordinal, index + 1)),
        .. TenOrdinals.Select((word, index) => new NumberWord(word, NumberWordKind.Ordinal, (index + 2) * 10)),
        // "Seconds" alone is a unit of time.
        .. Ordinals.Skip(2).Concat(TenOrdinals).Select((word, index) => new NumberWord(word + "s", NumberWordKind.Parts, index < 17 ? index + 3 : (index - 15) * 10)),
        new("nil", NumberWordKind.Unit, 0), new("nought", NumberWordKind.Unit, 0), new("naught", NumberWordKind.Unit, 0),
        new("hundred", NumberWordKind.Scale, 100), new("thousand", NumberWordKind.Scale, 1000), new("million", NumberWordKind.Scale, 1_000_000),
        new("billion", NumberWordKind.Scale, 1_000_000_000), new("hundredth", NumberWordKind.Ordinal, 100), new("hundredths", NumberWordKind.Parts, 100),
        new("thousandth", NumberWordKind.Ordinal, 1000), new("thousandths", NumberWordKind.Parts, 1000),
        new("dozen", NumberWordKind.Dozen, 12), new("half", NumberWordKind.Part, 0.5m), new("quarter", NumberWordKind.Part, 0.25m), new("halved", NumberWordKind.Times, 0.5m),
        new("halves", NumberWordKind.Parts, 2), new("quarters", NumberWordKind.Parts, 4),
        .. Times(1, "once", "single"), .. Times(2, "twice", "double", "doubled", "doubling", "doubles", "doubly", "couple", "pair", "doublekill"),
        .. Times(3, "thrice", "triple", "tripled", "triples", "triply", "trio", "triplekill"), .. Times(4, "quadruple", "quadrupled", "quadra", "quadrakill", "quartet"),
        .. Times(5, "quintuple", "penta", "pentakill", "quintet"),
        .. Tens.Select(word => word[..^1] + "ies").Concat(Units.Skip(2).Select(word => word + "s")).Append("tens")
            .Concat([
                "hundreds", "thousands", "millions", "billions", "dozens", "sixes", "teens", "umpteen", "decade", "decades", "century", "fortnight", "trillion", "trillions", "quadrillion", "zillion", "zillions", "myriad", "myriads", "lakh", "crore", "umpteenth",
                "treble", "trebled", "triad", "sextuple", "septuple", "octuple", "sextet", "septet", "octet",
                "trebly", "tripling", "quadrupling", "quintupling", "quintupled", "fiver", "tenner", "twelvish", "twain", "fourscore", "threescore", "centuries", "millennium", "trios", "quartets",
            ])
            .Concat(Foreign.Split(' ')).Concat(Misspelt.Split(' ')).Distinct().Select(word => new NumberWord(word, NumberWordKind.Vague, 0)),
    ];

    private static IEnumerable<NumberWord> Times(decimal value, params string[] words) => words.Select(word => new NumberWord(word, NumberWordKind.Times, value));
}

/// <summary>A word that tells a number.</summary>
internal sealed record NumberWord(string Text, NumberWordKind Kind, decimal Value);

/// <summary>What a word does with the numbers beside it.</summary>
internal enum NumberWordKind
{
    /// <summary>Zero to nineteen.</summary>
    Unit,

    /// <summary>Twenty to ninety.</summary>
    Ten,
    Scale,
    Dozen,

    /// <summary>Half and quarter.</summary>
    Part,

    /// <summary>Thirds, quarters: what a number before it is divided by.</summary>
    Parts,
    Ordinal,

    /// <summary>Once, double, threefold.</summary>
    Times,

    /// <summary>A number of which nobody knows which, or one of another language.</summary>
    Vague,
}
