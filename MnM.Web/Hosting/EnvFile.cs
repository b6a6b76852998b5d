using System.Text;
using System.Text.RegularExpressions;

namespace MnM.Web.Hosting;

/// <summary>
/// A strict reader of .env files: KEY=VALUE, <c>export</c> before it, comments, single quotes (everything literal),
/// double quotes (<c>\"</c> and <c>\\</c> are escapes, any other backslash stands, so that Windows paths may be quoted).
/// </summary>
internal sealed partial class EnvFile
{
    public const string Name = ".env";

    /// <summary>It knows the mark at the beginning, so that a file with one is read as strictly.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> _values = [];
    private readonly List<Fault> _faults = [];

    public IReadOnlyDictionary<string, string> Values => _values;

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>The file .env of a folder; empty where there is none.</summary>
    public static EnvFile Read(string directory)
    {
        var path = Path.Combine(directory, Name);
        try
        {
            return Of(ReadText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            EnvFile unreadable = new();
            unreadable._faults.Add(new(Name, $"cannot be read: {exception.Message}"));
            return unreadable;
        }
    }

    /// <summary>The same of a whole text.</summary>
    public static EnvFile Of(string text) => Parse(text.Split(["\r\n", "\r", "\n"], StringSplitOptions.None));

    /// <summary>The text of a file; empty where there is none.</summary>
    /// <exception cref="IOException">It cannot be read, or is in another encoding than UTF-8: its letters would be lost when the file is written again.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static string ReadText(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path, Utf8) : "";
        }
        catch (DecoderFallbackException fault)
        {
            throw new IOException("it is not saved as UTF-8.", fault);
        }
    }

    public static EnvFile Parse(IEnumerable<string> lines)
    {
        EnvFile file = new();
        var known = Setting.All.Where(setting => !setting.IsSwitch).Select(setting => setting.Name).ToList();
        foreach (var (index, line) in lines.Index())
        {
            // The text of a broken line is never told: it may hold a key.
            if (file.Add(line, known) is { } fault)
            {
                file._faults.Add(new($"{Name} line {index + 1}", fault));
            }
        }

        return file;
    }

    private string? Add(string line, List<string> known)
    {
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart()[0] == '#')
        {
            return null;
        }

        var match = Assignment().Match(line);
        if (!match.Success)
        {
            return "is not of the form NAME=value";
        }

        var name = match.Groups["name"].Value;
        if (!known.Contains(name))
        {
            return $"{name} is not a setting{(Setting.Nearest(name, known) is { } near ? $"; did you mean {near}?" : "")}";
        }

        var (value, _, fault) = ReadValue(match.Groups["value"].Value.Trim());
        return fault is not null ? $"{name} {fault}"
            : _values.TryAdd(name, value) ? null
            : $"{name} is set a second time";
    }

    /// <summary>What stands behind the = of an assignment: the value, the comment after it, and what is wrong with it.</summary>
    internal static (string Value, string Comment, string? Fault) ReadValue(string text)
    {
        if (text is not ['"' or '\'', ..])
        {
            var end = text is ['#', ..] ? 0 : Comment().Match(text) is { Success: true, Index: var found } ? found : text.Length;
            return (text[..end], text[end..].TrimStart(), null);
        }

        StringBuilder value = new();
        var quote = text[0];
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                var rest = text[(i + 1)..].TrimStart();
                return rest is "" or ['#', ..] ? (value.ToString(), rest, null) : ("", "", "has text after its closing quote");
            }

            var escaped = quote == '"' && text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\\';
            value.Append(escaped ? text[++i] : text[i]);
        }

        return ("", "", "lacks its closing quote");
    }

    [GeneratedRegex(@"^(?<before>\s*(export\s+)?)(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=(?<value>.*)$")]
    internal static partial Regex Assignment();

    [GeneratedRegex(@"\s+#.*$")]
    private static partial Regex Comment();
}
