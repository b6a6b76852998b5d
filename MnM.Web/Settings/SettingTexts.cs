using System.Collections.Frozen;

namespace MnM.Web.Settings;

/// <summary>What the settings mean, in the words of .env.example, which is a part of the program.</summary>
internal static class SettingTexts
{
    private static readonly FrozenDictionary<string, string> Texts = Read();

    /// <summary>What a setting means, in sentences for people.</summary>
    public static string Of(string name) => Texts[name];

    private static FrozenDictionary<string, string> Read()
    {
        using StreamReader file = new(typeof(SettingTexts).Assembly.GetManifestResourceStream("env.example")!);
        Dictionary<string, string> texts = [];
        foreach (var block in file.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n"))
        {
            // Sentences, then the settings that they explain.
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('#', ' ')).ToList();
            var names = lines.Where(line => NameIn(line) is not null).ToList();
            foreach (var line in names)
            {
                texts[NameIn(line)!] = string.Join(' ', lines.Except(names));
            }
        }

        return texts.ToFrozenDictionary();
    }

    private static string? NameIn(string line) => line.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && line[..end].All(letter => char.IsAsciiLetterUpper(letter) || letter is '_') ? line[..end] : null;
}
