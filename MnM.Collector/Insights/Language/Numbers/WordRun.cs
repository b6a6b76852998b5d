namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>Number words that stand together, as "one hundred and five" or "two and a half".</summary>
internal static class WordRun
{
    /// <summary>Their value; null where they make none, as "three one".</summary>
    /// <param name="words">In order, with nothing but "and", "a" and "point" left out.</param>
    /// <param name="point">Before which of them "point" stood; −1 where it did not.</param>
    public static decimal? Value(IReadOnlyList<NumberWord> words, int point)
    {
        if (point > 0)
        {
            return Pointed(words, point);
        }

        var (last, rest) = (words[^1], words.Take(words.Count - 1).ToList());
        return last.Kind switch
        {
            NumberWordKind.Vague => null,
            NumberWordKind.Times => rest.Count == 0 ? last.Value : null,
            NumberWordKind.Dozen => rest.Count == 0 ? last.Value : Value(rest, -1) * last.Value,
            NumberWordKind.Part => rest.Count == 0 ? last.Value : Cardinal(rest) + last.Value,
            NumberWordKind.Parts => rest.Count == 0 ? null : Cardinal(rest) / last.Value,
            NumberWordKind.Ordinal => Ordinal(rest, last),
            _ => Cardinal(words),
        };
    }

    private static decimal? Pointed(IReadOnlyList<NumberWord> words, int point)
    {
        var digits = words.Skip(point).ToList();
        if (!digits.TrueForAll(word => word is { Kind: NumberWordKind.Unit, Value: < 10 }))
        {
            return null;
        }

        var scale = 1m;
        return digits.Count > 10 ? null : digits.Aggregate(Cardinal([.. words.Take(point)]), (value, digit) => value + (digit.Value * (scale /= 10)));
    }

    private static decimal? Ordinal(List<NumberWord> rest, NumberWord last) => rest switch
    {
        [] => last.Value,
        [.., { Kind: NumberWordKind.Ten }] when last.Value < 10 => Cardinal(rest) + last.Value,
        [.., { Kind: NumberWordKind.Scale }] => Cardinal(rest) + last.Value,
        _ => Cardinal(rest) / last.Value,
    };

    private static decimal? Cardinal(IReadOnlyList<NumberWord> words)
    {
        var (total, current, last) = (0m, 0m, decimal.MaxValue);
        foreach (var word in words)
        {
            switch (word.Kind)
            {
                // A smaller one may follow a larger one: "five" twenty, a hundred, but not another five.
                case NumberWordKind.Unit when last > 19 || last == decimal.MaxValue:
                    if (last is >= 20 and < 100 && word.Value is 0 or > 9)
                    {
                        return null;
                    }

                    current += word.Value;
                    last = Math.Max(word.Value, 1);
                    break;
                case NumberWordKind.Ten when last >= 100:
                    current += word.Value;
                    last = word.Value;
                    break;
                case NumberWordKind.Scale when word.Value == 100 && current < 100:
                    current = Math.Max(current, 1) * 100;
                    last = 100;
                    break;
                case NumberWordKind.Scale when word.Value > 100:
                    total += Math.Max(current, 1) * word.Value;
                    current = 0;
                    last = word.Value;
                    break;
                default:
                    return null;
            }
        }

        return total + current;
    }
}
