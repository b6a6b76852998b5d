namespace MnM.Web.Champions;

/// <summary>Whether what somebody types means a champion: "wu" is Wukong, so is "monkeyking"; "kaisa" is Kai'Sa, "mundo" is Dr. Mundo.</summary>
public static class NameMatch
{
    /// <summary>How well it fits its name or one of its classes, 0 best; null where it does not.</summary>
    public static int? Of(string text, KnownChampion champion) => OfName(text, champion)
        ?? (Letters(text) is { Length: > 0 } sought && champion.Tags.Any(tag => Letters(tag).StartsWith(sought, StringComparison.Ordinal)) ? 4 : null);

    /// <summary>The same by name alone.</summary>
    public static int? OfName(string text, KnownChampion champion)
    {
        var sought = Letters(text);
        return sought.Length == 0 ? null
            : Letters(champion.Name).StartsWith(sought, StringComparison.Ordinal) ? 0
            : champion.Name.Split([' ', '\''], StringSplitOptions.RemoveEmptyEntries).Any(word => Letters(word).StartsWith(sought, StringComparison.Ordinal)) ? 1
            : Letters(champion.Alias).StartsWith(sought, StringComparison.Ordinal) ? 2
            : Letters(champion.Name).Contains(sought, StringComparison.Ordinal) ? 3
            : null;
    }

    /// <summary>Letters and digits alone, in small ones.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
