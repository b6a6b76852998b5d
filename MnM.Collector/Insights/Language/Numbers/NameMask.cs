using System.Text.RegularExpressions;

namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>Takes names out of a text before its numbers are read.</summary>
internal sealed class NameMask
{
    // A word that is no number, so that what stands beside a name is not read as one piece with it.
    private const string Hidden = " name ";

    private readonly List<(string Name, bool IsTrusted)> _names = [];

    /// <param name="name">The name; empty ones are left out.</param>
    /// <param name="isTrusted">Whether it is the game's own; what people call themselves may be a sentence.</param>
    public void Add(string name, bool isTrusted)
    {
        if (name.Trim() is { Length: > 0 } trimmed && !_names.Contains((trimmed, isTrusted)))
        {
            _names.Add((trimmed, isTrusted));

            // Of two names that begin alike the longer one is meant.
            _names.Sort((left, right) => right.Name.Length - left.Name.Length);
        }
    }

    /// <summary>People's names are hidden only between quotation marks: one may be "percent", "31", or the end of a figure.</summary>
    public string Hide(string text) => _names.Aggregate(text, (hidden, known) => Replace(hidden, known.Name, needsQuotes: !known.IsTrusted));

    private static string Replace(string text, string name, bool needsQuotes)
    {
        var pattern = Regex.Escape(name);
        return Regex.Replace(
            text,
            needsQuotes ? "[\"“]" + pattern + "[\"”]" : @"(?<![\p{L}\p{N}])" + pattern + @"(?![\p{L}\p{N}])",
            Hidden,
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }
}
