using System.Globalization;
using System.Text;

namespace MnM.Collector.Sharing;

/// <summary>What people call their devices.</summary>
internal static class DeviceName
{
    private const int Longest = 40;
    private const string Nameless = "A device";

    /// <summary>A name that can stand in a line: without control characters and marks that turn the writing around.</summary>
    public static string Of(string? text)
    {
        var kept = new StringBuilder();
        var elements = 0;
        foreach (var rune in (text ?? "").EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)))
        {
            if (elements++ == Longest)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString().Trim() is { Length: > 0 } name ? name : Nameless;
    }
}
