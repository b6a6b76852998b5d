using System.Text.RegularExpressions;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>A row of docs/routes.md.</summary>
/// <param name="Route">Methods and path, such as "GET /api/games/{id}".</param>
/// <param name="Who">Whether nobody, a viewer and the owner are answered: "– yes yes".</param>
internal sealed partial record RouteRow(string Route, string Who)
{
    /// <summary>The path, with its parameters in braces.</summary>
    public string Path => Route.Split(' ')[^1];

    /// <summary>By which methods it is asked.</summary>
    public IReadOnlyList<string> Methods => Route.Split(' ')[..^1];

    /// <summary>Whether it is a page.</summary>
    public bool IsPage => Route.StartsWith("GET POST /", StringComparison.Ordinal);

    /// <summary>Whether it stands for files of the web root.</summary>
    public bool IsFile => Path.EndsWith('…') || Path.EndsWith(".css", StringComparison.Ordinal);

    public bool IsForEveryone => Who.StartsWith("yes", StringComparison.Ordinal);

    /// <summary>All rows, of the sources that lie above this program.</summary>
    public static IReadOnlyList<RouteRow> ReadAll() => [.. File.ReadLines(System.IO.Path.Combine(Programs.Sources, "docs", "routes.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new RouteRow(cells[1].Trim('`'), string.Join(' ', cells[2..5])))];

    /// <summary>A path with a value in the place of each parameter.</summary>
    public static string Fill(string path, string value) => Parameter().Replace(path, value);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
