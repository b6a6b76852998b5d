using System.Globalization;

namespace MnM.Web.Sharing;

/// <summary>Sentences of the page.</summary>
internal static class SharingWords
{
    /// <summary>123 456.</summary>
    public static string Code(string code) => $"{code[..3]} {code[3..]}";

    /// <summary>When a device asked last, from what its clock and ours make of it.</summary>
    public static string Ago(DateTimeOffset? visit, DateTimeOffset now) => visit is not { } at ? "never" : (now - at) switch
    {
        { TotalMinutes: < 2 } => "just now",
        { TotalHours: < 2 } past => string.Create(CultureInfo.InvariantCulture, $"{(int)past.TotalMinutes} min ago"),
        { TotalDays: < 2 } past => string.Create(CultureInfo.InvariantCulture, $"{(int)past.TotalHours} h ago"),
        var past => string.Create(CultureInfo.InvariantCulture, $"{(int)past.TotalDays} days ago"),
    };

    /// <summary>What a device may do.</summary>
    public static string Role(bool isOwner) => isOwner ? "owner" : "viewer";
}
