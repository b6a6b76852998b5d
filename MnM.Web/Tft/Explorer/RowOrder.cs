using System.Collections.Immutable;
using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>By what rows can be ordered: each column.</summary>
public enum RowColumn
{
    Name,
    Games,
    Share,
    Place,
    Margin,
    Top4,
    Win,
    Last,
    Delta,
}

/// <summary>In which order rows stand. Those without enough games come last in each.</summary>
public readonly record struct RowOrder(RowColumn Column, bool Descending)
{
    /// <summary>The best place first.</summary>
    public static RowOrder Usual { get; } = Of(RowColumn.Place);

    /// <summary>As an address says it; null of the usual one.</summary>
    public string? Word => this == Usual ? null : $"{(Descending ? "-" : "")}{Column.ToString().ToLowerInvariant()}";

    /// <summary>A column in the direction that is looked for first.</summary>
    public static RowOrder Of(RowColumn column) => new(column, column is RowColumn.Games or RowColumn.Share or RowColumn.Top4 or RowColumn.Win);

    /// <summary>The order of an address; the usual one of what is none.</summary>
    public static RowOrder Read(string? word)
    {
        var name = word?.TrimStart('-');
        return Enum.GetValues<RowColumn>().Cast<RowColumn?>().FirstOrDefault(column => column.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } column
            ? new(column, word![0] == '-')
            : Usual;
    }

    /// <summary>The order after a column's head was chosen: the other direction where it is by that column already.</summary>
    public RowOrder Choose(RowColumn column) => column == Column ? this with { Descending = !Descending } : Of(column);

    /// <summary>Rows in this order.</summary>
    public ImmutableArray<NamedRow> Sort(IEnumerable<NamedRow> rows)
    {
        var column = Column;
        var sorted = rows.OrderByDescending(row => row.Row.IsEnough);
        if (column == RowColumn.Name)
        {
            return [.. Descending ? sorted.ThenByDescending(row => row.Name, StringComparer.OrdinalIgnoreCase) : sorted.ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
        }

        // Of rows without enough games nothing but the games is told, not by their order either.
        double Figure(NamedRow row) => row.Row.IsEnough || column == RowColumn.Games ? Value(row.Row, column) : 0;
        return [.. (Descending ? sorted.ThenByDescending(Figure) : sorted.ThenBy(Figure)).ThenByDescending(row => row.Row.Games).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static double Value(TftRow row, RowColumn column) => column switch
    {
        RowColumn.Games => row.Games,
        RowColumn.Share => row.Share.Value,
        // What few games tell is drawn to the mean of all, so that luck does not come first.
        RowColumn.Place => row.ShrunkPlacement,
        RowColumn.Margin => row.AveragePlacement.Margin,
        RowColumn.Top4 => row.Top4.Value,
        RowColumn.Win => row.Win.Value,
        RowColumn.Last => row.Games == 0 ? 0 : (double)row.Places[^1] / row.Games,
        _ => row.Delta?.Value ?? 0,
    };
}
