using System.Globalization;
using MnM.Collector.Sharing;

namespace MnM.Web.Sharing;

/// <summary>Sentences of the page.</summary>
internal static class SharingWords
{
    /// <summary>123 456.</summary>
    public static string Code(string code) => $"{code[..3]} {code[3..]}";

    /// <summary>From where wrong codes came, and what that means; null where none came.</summary>
    public static string? Wrong(Pairing pairing)
    {
        var from = string.Join(", ", pairing.WrongFrom.CountBy(address => address).Select(tries => string.Create(CultureInfo.InvariantCulture, $"{tries.Value} from {tries.Key}")));
        return pairing.WrongFrom.IsEmpty ? null
            : pairing.TriesLeft == 0 ? $"Wrong codes came, {from}, and closed this one. Its link stays open, and another code can be shown at once."
            : $"Wrong codes came, {from}. The fifth closes this one.";
    }

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
