using System.Globalization;
using System.Text;

namespace MnM.Collector.Players.Users;

/// <summary>E-mail addresses, in any script (RFC 6531). MnM sends no mail: an address only has to look like one, and to be recognised again.</summary>
internal static class EmailAddress
{
    /// <summary>What one is, in a sentence for people.</summary>
    public const string Rule = "An e-mail address is a name, @ and a domain, for example nightjar@example.com.";

    // RFC 5321, 4.5.3.1.
    private const int Longest = 254;
    private const int LongestName = 64;
    private const int LongestLabel = 63;
    private const string Marks = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>The address as it is kept; null for what is none.</summary>
    public static string? Find(string? text)
    {
        // A lone half of a pair is no text.
        if (text?.Trim() is not { Length: > 0 and <= Longest } address || !address.EnumerateRunes().All(letter => letter != Rune.ReplacementChar))
        {
            return null;
        }

        var at = address.LastIndexOf('@');
        return at is > 0 and <= LongestName && address[..at].EnumerateRunes().All(IsOfName) && IsDomain(address[(at + 1)..]) ? address : null;
    }

    /// <summary>Whether two addresses are the same one. Domains have no case; that of names is the business of servers which do not mind it.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsDomain(string text) => text.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.EnumerateRunes().All(IsOfLabel));

    private static bool IsOfName(Rune letter) => letter.IsAscii ? Rune.IsLetterOrDigit(letter) || Marks.Contains((char)letter.Value) : !IsHidden(letter);

    private static bool IsOfLabel(Rune letter) => letter.Value == '-' || Rune.IsLetterOrDigit(letter)
        || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsHidden(Rune letter) => Rune.IsWhiteSpace(letter) || Rune.IsControl(letter)
        || Rune.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
