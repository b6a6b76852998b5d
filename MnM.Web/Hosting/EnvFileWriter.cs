using System.Text;
using System.Text.RegularExpressions;

namespace MnM.Web.Hosting;

/// <summary>Changes the .env file of a folder: comments, order and lines that it does not know stay, and the file is replaced as a whole or not at all.</summary>
internal sealed partial class EnvFileWriter(string directory)
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where it is; of a link, where that leads.</summary>
    public string Path { get; } = TargetOf(System.IO.Path.Combine(directory, EnvFile.Name));

    /// <summary>How the file beside it is made that takes its place.</summary>
    internal Func<string, FileStreamOptions, Stream> Open { get; init; } = (path, options) => new FileStream(path, options);

    /// <summary>The text with other values; null takes a setting out, and its comments stay.</summary>
    /// <exception cref="ArgumentException">A value has more than one line.</exception>
    public static string Change(string text, IEnumerable<KeyValuePair<string, string?>> changes)
    {
        var lines = Line().Matches(text).Select(line => line.Value).ToList();
        var end = lines.Count > 0 && EndOf(lines[0]) is { Length: > 0 } told ? told : Environment.NewLine;
        foreach (var (name, value) in changes)
        {
            Change(lines, name, value, end);
        }

        return string.Concat(lines);
    }

    /// <summary>The file as it stands; empty where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public string Read() => EnvFile.ReadText(Path);

    /// <summary>Puts <paramref name="text"/> in its place. Where it holds a secret nobody but its owner may read it.</summary>
    /// <exception cref="IOException">It cannot be written; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; the file is as it was.</exception>
    public void Write(string text)
    {
        var exists = File.Exists(Path);
        if (exists && File.GetAttributes(Path).HasFlag(FileAttributes.ReadOnly))
        {
            // To be replaced it need not be writable, but whoever made it read-only meant it.
            throw new UnauthorizedAccessException($"{Path} is read-only.");
        }

        // A name of its own: another MnM may write the same file.
        var beside = $"{Path}.{System.IO.Path.GetRandomFileName()}.new";
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = !exists ? OwnersAlone : HoldsSecret(text) ? File.GetUnixFileMode(Path) & OwnersAlone : File.GetUnixFileMode(Path);
            }

            using (var file = Open(beside, options))
            {
                file.Write(Utf8.GetBytes(text));
                (file as FileStream)?.Flush(flushToDisk: true);
            }

            File.Move(beside, Path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static void Change(List<string> lines, string name, string? value, string end)
    {
        var places = Enumerable.Range(0, lines.Count).Where(place => NameIn(lines[place]) == name).ToList();
        if (value is not null && places.Count > 0)
        {
            lines[places[0]] = Assign(lines[places[0]], name, value);
            places.RemoveAt(0);
        }
        else if (value is not null)
        {
            // Below the line that explains it, where there is one.
            var place = lines.FindLastIndex(line => Example().Match(line) is { Success: true } example && example.Groups["name"].Value == name) + 1;
            place = place == 0 ? lines.Count : place;
            if (place > 0 && EndOf(lines[place - 1]).Length == 0)
            {
                lines[place - 1] += end;
            }

            lines.Insert(place, $"{name}={Quote(value)}{end}");
        }

        foreach (var place in places.AsEnumerable().Reverse())
        {
            lines.RemoveAt(place);
        }
    }

    /// <summary>The same line with another value; <c>export</c> and the comment behind it stay.</summary>
    private static string Assign(string line, string name, string value)
    {
        var match = EnvFile.Assignment().Match(line[..^EndOf(line).Length]);
        var comment = EnvFile.ReadValue(match.Groups["value"].Value.Trim()).Comment;
        return $"{match.Groups["before"].Value}{name}={Quote(value)}{(comment.Length > 0 ? $" {comment}" : "")}{EndOf(line)}";
    }

    private static string Quote(string value) =>
        value.AsSpan().ContainsAny('\r', '\n') ? throw new ArgumentException("A value has one line.", nameof(value))
        : !value.Any(letter => char.IsWhiteSpace(letter) || letter is '#' or '\'' or '"' or '\\' or '$' or '`') ? value
        : !value.Contains('\'', StringComparison.Ordinal) ? $"'{value}'"
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string? NameIn(string line) => EnvFile.Assignment().Match(line.TrimEnd('\r', '\n')) is { Success: true } match ? match.Groups["name"].Value : null;

    private static string EndOf(string line) => line[line.AsSpan().TrimEnd("\r\n").Length..];

    private static bool HoldsSecret(string text) => Line().Matches(text).Any(line => Setting.Secrets.Contains(NameIn(line.Value)));

    private static string TargetOf(string path) => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    [GeneratedRegex(@"[^\r\n]*(\r\n|\r|\n)|[^\r\n]+$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*#\s*(?<name>[A-Z][A-Z0-9_]*)=")]
    private static partial Regex Example();
}
