using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MnM.Collector.Matches;

namespace MnM.Collector.History.Time;

/// <summary>Puts insights into words.</summary>
internal static partial class InsightWords
{
    /// <summary>A comparison of two kinds of games; null where chance may make the difference.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="one">What is told.</param>
    /// <param name="other">What it is compared with.</param>
    /// <param name="comparisons">Among how many the first was chosen.</param>
    /// <param name="sentence">With the two shares in it, see <see cref="Of"/>.</param>
    public static KeyInsight? Compare(InsightKind kind, WinShare one, WinShare other, int comparisons, Func<double, double, FormattableString> sentence) =>
        Chance.Between(one, other, comparisons) is { } strength
            ? new KeyInsight(kind, Of(sentence(one.Percent!.Value, other.Percent!.Value)), [Figure(one, "games"), Figure(other, "games")], strength)
            : null;

    public static InsightFigure Figure(WinShare share, string of)
    {
        var (low, high) = share.Interval();
        return new InsightFigure(share.Percent!.Value, low, high, share.Games, of);
    }

    /// <summary>A sentence whose numbers are percent, and are set off.</summary>
    public static ImmutableArray<InsightWord> Of(FormattableString sentence) =>
    [
        .. Hole().Split(sentence.Format).Select((part, index) => index % 2 == 0
            ? new InsightWord(part, IsFigure: false)
            : sentence.GetArgument(int.Parse(part, CultureInfo.InvariantCulture)) is double percent
                ? new InsightWord(percent.ToString("0 '%'", CultureInfo.InvariantCulture), IsFigure: true)
                : new InsightWord($"{sentence.GetArgument(int.Parse(part, CultureInfo.InvariantCulture))}", IsFigure: false))
            .Where(word => word.Text.Length > 0),
    ];

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Hole();
}
