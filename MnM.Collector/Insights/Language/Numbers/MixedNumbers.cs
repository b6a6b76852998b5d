using System.Text.RegularExpressions;

namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>Finds numbers that are written partly in digits and partly otherwise: each part may be given, and what people read is neither.</summary>
internal static partial class MixedNumbers
{
    /// <summary>As the text has them.</summary>
    /// <param name="folded">With all digits as 0 to 9 and all blanks as blanks.</param>
    public static IEnumerable<string> In(string folded) => MixedPattern().Matches(folded).Concat(LookalikePattern().Matches(folded)).Select(match => match.Value)
        .Concat(SharePattern().Matches(folded).Where(share => NumberWords.Find(share.Groups[1].Value) is null).Select(share => share.Value));

    /// <summary>"5 k", "5M", "5 grand"; "5.000", which is five or five thousand; "5 point 7"; "twenty 5"; "5 and a half"; "triple digits"; "a hat trick".</summary>
    [GeneratedRegex("""
        \d(?:\ *m|[\ -]+(?:k|b|bn|mn|mil|mio|bil|tn|kilo|grand|score))(?![A-Za-z])
        | (?<![\d.])\d{1,3}\.\d{3}(?!\d|\ *%|\.\d)
        | (?:\d|(?<![A-Za-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten))[\ -]+(?:point|dot|comma)[\ -]+(?:\d|(?:zero|one|two|three|four|five|six|seven|eight|nine)(?![A-Za-z]))
        | (?<![A-Za-z])(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)[\ -]+(?:and[\ -]+)?\d
        | \d[\ -]+and[\ -]+(?:[A-Za-z]+[\ -]+)?(?:hal(?:f|ves)|quarters?|thirds?)(?![A-Za-z])
        | (?<![A-Za-z])(?:\d+|single|double|triple|two|three|four|five|six|seven)[\ -]+(?:digits?|figures?)(?![A-Za-z])
        | (?<![A-Za-z])hat[\ -]tricks?(?![A-Za-z])
        | \|\d | \d\|
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MixedPattern();

    /// <summary>Letters that look like 1 and 0. Those of a Roman numeral alone are read as one.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])(?=I*[lO|])[lIO|]{2,}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LookalikePattern();

    /// <summary>A percent sign that follows no number.</summary>
    [GeneratedRegex("(?<![0-9A-Za-z])([A-Za-z]+)[ -]*%", RegexOptions.CultureInvariant)]
    private static partial Regex SharePattern();
}
