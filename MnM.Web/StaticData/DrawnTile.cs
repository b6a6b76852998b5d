using System.Net;
using System.Text;

namespace MnM.Web.StaticData;

/// <summary>What stands in for a picture that is not there: two letters on a ground whose hue tells tiles apart.</summary>
public static class DrawnTile
{
    /// <summary>The tile as SVG; <paramref name="name"/> gives the letters, <paramref name="key"/> (alias or id) the hue.</summary>
    public static string Draw(string key, string? name)
    {
        var hue = Hue(key);
        var from = new Oklch(.42, .075, hue).ToHex();
        var to = new Oklch(.27, .075, hue).ToHex();
        var ink = new Oklch(.95, .03, hue).ToHex();
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
              <linearGradient id="g" x1=".29" y1=".05" x2=".71" y2=".95"><stop stop-color="{from}"/><stop offset="1" stop-color="{to}"/></linearGradient>
              <rect width="64" height="64" fill="url(#g)"/>
              <text x="32" y="33" fill="{ink}" font-family="Inter, system-ui, sans-serif" font-size="24" font-weight="650" letter-spacing="-.5"
                text-anchor="middle" dominant-baseline="central">{WebUtility.HtmlEncode(Initials(name ?? Words(key)))}</text>
            </svg>
            """;
    }

    /// <summary>A hue of 0 to 359 degrees, the same for a key in any case, on any machine and in any language.</summary>
    public static int Hue(string key)
    {
        // FNV-1a: string.GetHashCode differs from start to start.
        var hash = 2166136261u;
        foreach (var character in key)
        {
            hash = (hash ^ char.ToUpperInvariant(character)) * 16777619u;
        }

        return (int)(hash % 360);
    }

    /// <summary>Lee Sin is LS, Kai'Sa is KS, Wukong is Wu, Blade of the Ruined King is BR; a question mark where there is no letter.</summary>
    public static string Initials(string name)
    {
        var words = name.Split([' ', '\'', '’', '-', '.', ':', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.EnumerateRunes().Where(Rune.IsLetterOrDigit).ToArray())
            .Where(word => word.Length > 0)
            .ToList();
        var great = words.Where(word => !Rune.IsLower(word[0])).ToList();
        IEnumerable<Rune> letters = (great.Count > 0 ? great : words) switch
        {
            [] => [new Rune('?')],
            [var only] => only.Take(2),
            [var first, var second, ..] => [first[0], second[0]],
        };
        return string.Concat(letters);
    }

    // SummonerFlash is Flash, AurelionSol is Aurelion Sol; a number has no words.
    private static string Words(string key)
    {
        var words = new StringBuilder();
        foreach (var character in key.StartsWith("Summoner", StringComparison.OrdinalIgnoreCase) ? key.AsSpan("Summoner".Length) : key)
        {
            words.Append(char.IsUpper(character) || character == '_' ? " " : "").Append(char.IsAsciiLetter(character) ? character : ' ');
        }

        return words.ToString();
    }
}
