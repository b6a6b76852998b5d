using System.Text.RegularExpressions;

namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>Finds the numbers that a text tells in words, in Roman numerals, or in words that are taken apart so that nobody finds them.</summary>
internal static partial class WordReader
{
    /// <summary>Capitals that are short for something else in the game, or single keys of it.</summary>
    private static readonly HashSet<string> NoRomans = ["CC", "CD", "DC", "MD", "DM", "MM", "CM", "LCD", "C", "D", "L", "M"];

    public static void Read(string text, List<ToldNumber> numbers)
    {
        var words = WordPattern().Matches(text).ToList();
        for (var index = 0; index < words.Count; index++)
        {
            if (NumberWords.Find(words[index].Value) is not null)
            {
                index = ReadRun(text, words, index, numbers);
            }
            else if (IsRoman(words[index].Value))
            {
                numbers.Add(With(text, words[index], words[index], Roman(words[index].Value)));
            }
        }

        ReadDisguised(text, words, numbers);
    }

    /// <summary>Reads number words that belong together; answers the last of them.</summary>
    private static int ReadRun(string text, List<Match> words, int first, List<ToldNumber> numbers)
    {
        var run = new List<NumberWord> { NumberWords.Find(words[first].Value)! };
        var (last, point) = (first, -1);
        while (Next(text, words, last, run[^1], ref point, run.Count) is { } next)
        {
            run.Add(NumberWords.Find(words[next].Value)!);
            last = next;
        }

        var value = run is [{ Kind: NumberWordKind.Ordinal, Value: > 2 }] && IsShare(text, words, first) ? 1 / run[0].Value : WordRun.Value(run, point);
        numbers.Add(With(text, words[first], words[last], value) with { Sign = first > 0 && words[first - 1].Value.ToUpperInvariant() is "MINUS" or "NEGATIVE" ? -1 : 0 });
        return last;
    }

    /// <summary>The next word of a run: beside it, or after "and", "a" or "point" where those belong to a number.</summary>
    private static int? Next(string text, List<Match> words, int last, NumberWord word, ref int point, int count)
    {
        var at = last + 1;
        if (!IsBeside(text, words, last))
        {
            return null;
        }

        switch (words[at].Value.ToUpperInvariant())
        {
            case "POINT" when IsBeside(text, words, at) && NumberWords.Find(words[at + 1].Value) is { Kind: NumberWordKind.Unit }:
                point = count;
                return at + 1;
            case "A" or "AN" when word.Kind == NumberWordKind.Part && IsBeside(text, words, at) && NumberWords.Find(words[at + 1].Value) is { Kind: NumberWordKind.Dozen or NumberWordKind.Scale }:
                return at + 1;
            case "AND" when IsBeside(text, words, at):
                at++;
                if (words[at].Value is "a" or "A" && IsBeside(text, words, at))
                {
                    at++;
                }

                return NumberWords.Find(words[at].Value) switch
                {
                    { Kind: NumberWordKind.Part } => at,
                    { Kind: NumberWordKind.Unit or NumberWordKind.Ten or NumberWordKind.Ordinal } when word.Kind == NumberWordKind.Scale => at,
                    _ => null,
                };
            default:
                return IsCardinal(word.Kind) && NumberWords.Find(words[at].Value) is { Kind: not (NumberWordKind.Part or NumberWordKind.Times) } ? at : null;
        }
    }

    private static bool IsCardinal(NumberWordKind kind) => kind is NumberWordKind.Unit or NumberWordKind.Ten or NumberWordKind.Scale or NumberWordKind.Part;

    /// <summary>"A third of" is no third one.</summary>
    private static bool IsShare(string text, List<Match> words, int index) =>
        index > 0 && words[index - 1].Value is "a" or "A" && IsBeside(text, words, index) && words[index + 1].Value is "of";

    private static bool IsBeside(string text, List<Match> words, int index)
    {
        var end = words[index].Index + words[index].Length;
        return index + 1 < words.Count && words[index + 1].Index > end && text.AsSpan(end, words[index + 1].Index - end).Trim(" -–").IsEmpty;
    }

    private static ToldNumber With(string text, Match first, Match last, decimal? value)
    {
        var (start, end) = (first.Index, last.Index + last.Length);
        var (kind, each) = NumberReader.UnitAt(text, end);
        return value is { } known ? new ToldNumber(kind, known, text[start..end]) { Seconds = known * each } : new ToldNumber(NumberKind.Unreadable, 0, text[start..end]);
    }

    /// <summary>Number words with something put into them: se-ven, s.e.v.e.n, s e v e n, sev en.</summary>
    private static void ReadDisguised(string text, List<Match> words, List<ToldNumber> numbers)
    {
        foreach (Match piece in PiecePattern().Matches(text))
        {
            var letters = string.Concat(piece.Value.Where(char.IsAsciiLetter));
            if (NumberWords.Find(letters) is not null && WordPattern().Matches(piece.Value) is { Count: > 1 } parts && parts.Any(part => NumberWords.Find(part.Value) is null))
            {
                numbers.Add(new ToldNumber(NumberKind.Unreadable, 0, piece.Value));
            }
        }

        foreach (Match spelled in SpelledPattern().Matches(text))
        {
            if (NumberWords.Find(string.Concat(spelled.Value.Where(char.IsAsciiLetter))) is not null)
            {
                numbers.Add(new ToldNumber(NumberKind.Unreadable, 0, spelled.Value));
            }
        }

        for (var index = 0; index + 1 < words.Count; index++)
        {
            var (left, right) = (words[index].Value, words[index + 1].Value);
            if (IsBeside(text, words, index) && NumberWords.Find(left) is null && NumberWords.Find(left + right) is { Kind: not NumberWordKind.Vague })
            {
                numbers.Add(new ToldNumber(NumberKind.Unreadable, 0, $"{left} {right}"));
            }
        }
    }

    private static bool IsRoman(string word) =>
        (word.Length == 1 ? word is "I" or "V" or "X" : CapitalRoman().IsMatch(word) || SmallRoman().IsMatch(word)) && !NoRomans.Contains(word);

    /// <summary>A smaller numeral before a larger one is taken away from it.</summary>
    private static decimal Roman(string word)
    {
        var values = word.ToUpperInvariant().Select(letter => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, _ => 1000 }).ToList();
        return values.Select((value, index) => index + 1 < values.Count && value < values[index + 1] ? -value : value).Sum();
    }

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();

    [GeneratedRegex("[^ ]+", RegexOptions.CultureInvariant)]
    private static partial Regex PiecePattern();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Za-z](?:[^A-Za-z0-9]{1,3}[A-Za-z](?![A-Za-z]))+", RegexOptions.CultureInvariant)]
    private static partial Regex SpelledPattern();

    [GeneratedRegex("^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalRoman();

    [GeneratedRegex("^(?:x{0,3})(?:ix|iv|v?i{0,3})$|^V[Ii]+$|^X[Ii]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SmallRoman();
}
