using System.Globalization;

namespace MnM.Benchmarks.Scenarios;

/// <summary>Rows for people.</summary>
internal static class Table
{
    public static string Of(Scenario scenario, IReadOnlyList<Row> rows)
    {
        var specs = scenario.Rows.ToDictionary(spec => spec.Name);
        string[][] cells =
        [
            ["name", "value", "unit", "limit", "ok"],
            .. rows.Select(row => (string[])[row.Name, row.Value.ToString("0.###", CultureInfo.InvariantCulture), row.Unit, $"{specs[row.Name].Limit}", Verdict(specs[row.Name], row)]),
        ];
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(line => line[column].Length)).ToArray();
        return string.Join(Environment.NewLine, cells.Select(line => string.Join("  ", line.Select((cell, column) =>
            column == 1 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()));
    }

    private static string Verdict(RowSpec spec, Row row) =>
        spec.Limit is null ? ""
        : !row.Ok ? "MISSED"
        : spec.Limit.Holds(row.Value) ? "ok"
        : "ok (past the limit, within twice)";
}
