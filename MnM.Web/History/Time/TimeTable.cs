using System.Collections.Immutable;

namespace MnM.Web.History.Time;

/// <summary>A table of the time analysis, for CSV and JSON alike.</summary>
/// <param name="Name">As addresses spell it.</param>
/// <param name="Columns">In snake_case.</param>
/// <param name="Rows">A cell for each column: text, a number, true or false, or nothing.</param>
internal sealed record TimeTable(string Name, ImmutableArray<string> Columns, ImmutableArray<object?[]> Rows)
{
    /// <summary>The rows as JSON has them.</summary>
    public List<Dictionary<string, object?>> ToObjects() => [.. Rows.Select(row => Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
}
