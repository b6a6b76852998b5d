using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>Finds every number that a text tells: digits of all scripts, words, times, percents, ordinals, fractions and Roman numerals.</summary>
internal static partial class NumberReader
{
    /// <summary>Signs that are no letter, digit or space and cannot tell a number.</summary>
    private const string Marks = "!\"#&'()*+,-./:;<=>?@[\\]_`{|}~%‘’“”„…–—−±·•×≤≥≈→€$£";

    /// <summary>Two numbers with no more than one of these between them may be read as one.</summary>
    private static readonly HashSet<string> Joiners = ["", "_", "'", "’", "·", "•", "*", "|", "\\", "^", "~", "+", "×", "=", "&", "#"];

    private static readonly Dictionary<string, decimal> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1,
        ["st"] = 1,
        ["nd"] = 1,
        ["rd"] = 1,
        ["th"] = 1,
        ["x"] = 1,
        ["s"] = 1,
        ["m"] = 1,
        ["min"] = 1,
        ["mins"] = 1,
        ["pp"] = 1,
        ["k"] = 1000,
    };

    /// <summary>The numbers of a text: those in digits, then those in words.</summary>
    public static List<ToldNumber> Read(string text)
    {
        var numbers = new List<ToldNumber>();
        var folded = Fold(text, numbers);
        var plain = new StringBuilder(folded);
        ReadDigits(plain, numbers);
        WordReader.Read(plain.ToString(), numbers);
        numbers.AddRange(MixedNumbers.In(folded).Select(Unreadable));
        return numbers;
    }

    /// <summary>The percent sign or word that follows at a place, and otherwise the unit of time.</summary>
    internal static (NumberKind Kind, decimal? SecondsEach) UnitAt(string text, int at) =>
        PercentPattern().IsMatch(text, at) ? (NumberKind.Percent, null)
        : UnitPattern().Match(text, at) is { Success: true } unit ? (NumberKind.Plain, unit.Groups[1].Value[0] is 'm' or 'M' ? 60 : 1)
        : (NumberKind.Plain, null);

    /// <summary>Digits of all scripts as 0 to 9, blanks as blanks. What else may tell a number is noted and left out.</summary>
    private static string Fold(string text, List<ToldNumber> numbers)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            }
            else if (rune.IsAscii && Rune.IsLetter(rune))
            {
                folded.Append((char)rune.Value);
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                folded.Append(' ');
            }
            else if (rune.IsBmp && Marks.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                folded.Append((char)rune.Value);
            }
            else
            {
                // A letter of another script, ½, ③, ⅷ, 七, a die, something that is not seen.
                numbers.Add(new ToldNumber(NumberKind.Unreadable, 0, rune.ToString()));
                folded.Append('_');
            }
        }

        return folded.ToString();
    }

    private static void ReadDigits(StringBuilder plain, List<ToldNumber> numbers)
    {
        var text = plain.ToString();
        var end = -1;
        foreach (Match match in DigitsPattern().Matches(text))
        {
            var number = Number(text, match, end);
            numbers.Add(number);
            end = match.Index + match.Length;

            // Its letters are no words, and a word that multiplies it is part of it.
            for (var at = match.Index; at < end; at++)
            {
                plain[at] = '0';
            }
        }
    }

    private static ToldNumber Number(string text, Match match, int lastEnd)
    {
        var (start, written) = (match.Index, match.Value.Trim());
        if ((start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] is '_' or '.')) || (lastEnd >= 0 && Joiners.Contains(text[lastEnd..start].Trim())))
        {
            return Unreadable(written);
        }

        if (match.Groups["date"].Success)
        {
            return new ToldNumber(NumberKind.Date, 0, match.Groups["date"].Value);
        }

        var (minus, plus) = SignBefore(text, start);
        var sign = minus ? -1 : plus ? 1 : 0;
        if (match.Groups["time"] is { Success: true } time)
        {
            var seconds = time.Value.Split(':').Aggregate(0m, (value, part) => (value * 60) + decimal.Parse(part, CultureInfo.InvariantCulture));
            return new ToldNumber(NumberKind.Time, seconds, written) { Sign = sign };
        }

        if (match.Groups["row"] is { Success: true } row)
        {
            return new ToldNumber(NumberKind.Row, 0, row.Value.Replace(" ", "", StringComparison.Ordinal));
        }

        var (digits, suffix) = (match.Groups["number"].Value, match.Groups["suffix"].Value);
        var plainDigits = GroupedPattern().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : digits.Replace(',', '.');
        if (!Suffixes.TryGetValue(suffix, out var times) || plainDigits.Length > 20
            || !decimal.TryParse(plainDigits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return Unreadable(written);
        }

        value *= times * (match.Groups["scale"] is { Success: true } scale ? NumberWords.ScaleOf(scale.Value) ?? 1 : 1);
        var (kind, each) = suffix switch
        {
            "pp" => (NumberKind.Percent, null),
            "s" => (NumberKind.Plain, 1m),
            "m" or "min" or "mins" => (NumberKind.Plain, 60m),
            _ => UnitAt(text, match.Index + match.Length),
        };
        return new ToldNumber(kind, value, written) { Sign = sign, Seconds = value * each };
    }

    private static ToldNumber Unreadable(string text) => new(NumberKind.Unreadable, 0, text);

    /// <summary>A line before a number is a minus where nothing stands before it that it could join.</summary>
    private static (bool Minus, bool Plus) SignBefore(string text, int start)
    {
        if (MinusWordPattern().IsMatch(text[..start]))
        {
            return (true, false);
        }

        var stands = start > 0 && (start == 1 || !char.IsAsciiLetterOrDigit(text[start - 2]));
        return stands ? (text[start - 1] is '-' or '−' or '–', text[start - 1] is '+') : (false, false);
    }

    [GeneratedRegex(@"(?<![A-Za-z])(?:minus|negative) *$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MinusWordPattern();

    [GeneratedRegex("""
        (?<date>\d{4}-\d{2}-\d{2}(?!\d))
        | (?<time>\d{1,3}:[0-5]\d(?::[0-5]\d)?(?![\d:]))
        | (?<row>\d+(?:\ *\/\ *\d+)+ | \d+(?::\d+)+ | \d+(?:\.\d+){2,})
        | (?<number>\d{1,3}(?:[,\ ]\d{3})+(?!\d)(?:\.\d+)? | \d+[.,]\d+ | (?<!\d)[.,]\d+ | \d+)(?<suffix>[A-Za-z]*)(?:[\ -]*(?<scale>(?:hundred|thousand|million|billion|dozen)s?)(?![A-Za-z]))?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DigitsPattern();

    [GeneratedRegex(@"^\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedPattern();

    [GeneratedRegex(@"\G[ -]*(?:%|(?:percent|per cent|percentage|pct|pp)(?![A-Za-z]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PercentPattern();

    [GeneratedRegex(@"\G[ -]*(m|min|mins|minutes?|s|sec|secs|seconds?)(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnitPattern();
}
