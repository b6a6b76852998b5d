using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MnM.Web.Shell;

/// <summary>Writes tables as RFC 4180 says: CRLF, quotes around what needs them, the names of the columns in the first line. Numbers are the same in every country.</summary>
internal static partial class Csv
{
    /// <summary>The type of its files.</summary>
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    /// <summary>What a spreadsheet takes for the beginning of a formula, in wide letters too (OWASP, CSV injection). A friend may be called so; a number is none.</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>A table.</summary>
    /// <param name="columns">Their names.</param>
    /// <param name="rows">A cell for each column: text, a number, true or false, or nothing.</param>
    public static string Write(IEnumerable<string> columns, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder();
        WriteLine(text, columns);
        foreach (var row in rows)
        {
            WriteRow(text, row);
        }

        return text.ToString();
    }

    /// <summary>Appends a row.</summary>
    /// <param name="text">What was written so far.</param>
    /// <param name="row">Its cells.</param>
    public static void WriteRow(StringBuilder text, IEnumerable<object?> row) => WriteLine(text, row.Select(Text));

    private static void WriteLine(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string word => Harmless(word),
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell of {cell.GetType()} has no text.", nameof(cell)),
    };

    private static string Harmless(string word)
    {
        word = word.Length > 0 && FormulaStarts.Contains(word[0], StringComparison.Ordinal) ? $"'{word}" : word;
        return FormulaWithin().Replace(word, "$0'");
    }

    /// <summary>Where the list separator is a semicolon, as in Germany, or a tab, a spreadsheet begins a cell within a text, whatever quotes are around it.</summary>
    [GeneratedRegex("[;\t\r\n](?=[=+@＝＋－＠-])")]
    private static partial Regex FormulaWithin();

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
