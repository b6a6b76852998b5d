using System.Globalization;
using System.Text;

namespace MnM.Collector.Insights.Language;

/// <summary>What a sentence of a language model may look like: it is shown as text, so it must be text.</summary>
internal static class PlainText
{
    public const int LongestSentence = 400;

    /// <summary>What is wrong with a sentence, for the one who wrote it; null where nothing is.</summary>
    public static string? FaultOf(string text) =>
        string.IsNullOrWhiteSpace(text) ? "a sentence is empty"
        : text.Length > LongestSentence ? string.Create(CultureInfo.InvariantCulture, $"a sentence is longer than {LongestSentence} characters")
        : text.EnumerateRunes().Any(IsUnseen) ? "a sentence holds characters that are not seen or change the direction of writing"
        : IsMarkup(text) ? "a sentence holds markup or an address; write plain text"
        : null;

    private static bool IsMarkup(string text) =>
        text.AsSpan().ContainsAny("<>`{}") || text.Contains("://", StringComparison.Ordinal) || text.Contains("](", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune == Rune.ReplacementChar;
}
