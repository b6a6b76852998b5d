using System.Diagnostics.CodeAnalysis;

namespace MnM.Collector.Players;

/// <summary>Riot IDs as people write them: Nightjar#EUW.</summary>
public static class RiotIdText
{
    /// <summary>What one is, in a sentence for people.</summary>
    public const string Rule = "A Riot ID is a name of 3 to 16 characters, # and a tag of up to 5, for example Nightjar#EUW.";

    /// <summary>Whether Riot lets anybody be called so. A tag of dots would be a way up in an address.</summary>
    public static bool IsPossible(string gameName, string tagLine) =>
        gameName.Trim().Length is >= 3 and <= 16 && tagLine.Trim() is { Length: >= 1 and <= 5 } and not ("." or "..") && !$"{gameName}{tagLine}".Any(char.IsControl);

    /// <summary>The two parts of a text; false where it holds no Riot ID that can be.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out string gameName, out string tagLine)
    {
        (gameName, tagLine) = text?.Split('#') is [var name, var tag] ? (name.Trim(), tag.Trim()) : ("", "");
        return IsPossible(gameName, tagLine);
    }
}
