using System.Text.RegularExpressions;

namespace MnM.Benchmarks.Contract;

/// <summary>What the words in braces stand for.</summary>
internal sealed partial class Words
{
    private readonly Dictionary<string, string> _values = [];

    public string this[string word]
    {
        set => _values[word] = value;
    }

    /// <summary>The text with what the words stand for; null where nobody knows one of them.</summary>
    public string? Fill(string text)
    {
        var isKnown = true;
        var filled = Braces().Replace(text, word =>
        {
            isKnown &= _values.TryGetValue(word.Groups[1].Value, out var value);
            return value ?? "";
        });
        return isKnown ? filled : null;
    }

    /// <summary>Whether the text holds such a word.</summary>
    public static bool IsIn(string text) => Braces().IsMatch(text);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Braces();
}
