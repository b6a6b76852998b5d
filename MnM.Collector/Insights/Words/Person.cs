using System.Globalization;

namespace MnM.Collector.Insights.Words;

/// <summary>How sentences speak of somebody: of the owner as "you", of others by their name in quotation marks, since a name may say anything.</summary>
/// <param name="Subject">At the beginning of a sentence.</param>
/// <param name="Possessive">Before a noun.</param>
/// <param name="IsYou">Whether it is the owner.</param>
internal sealed record Person(string Subject, string Possessive, bool IsYou)
{
    private const int LongestName = 24;

    public static Person Of(InsightReport report)
    {
        var name = NameIn(report);
        return report.Person.IsYou ? new Person("You", "your", true)
            : name.Length > 0 ? new Person($"“{name}”", "their", false)
            : new Person(report.Matches is [var match] ? match.Champion : "This player", "their", false);
    }

    /// <summary>The name as sentences write it; empty where there is none.</summary>
    public static string NameIn(InsightReport report) => Plain(report.Person.Name.Split('#')[0]);

    /// <summary>A name on a line of its own language, without signs that are not seen and quotation marks that would end it.</summary>
    private static string Plain(string name)
    {
        var kept = string.Concat(name.EnumerateRunes().Where(rune => System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation) && rune.Value != '"').Take(LongestName)).Trim();
        return kept;
    }
}
