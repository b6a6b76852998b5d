using System.Collections.Immutable;
using System.Text;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Shell;

namespace MnM.Web.Tft;

/// <summary>Rows of the explorer as CSV.</summary>
internal static class AnalyticsCsv
{
    private const int Digits = 6;

    private static readonly ImmutableArray<string> Columns =
    [
        "unit", "items", "traits", "trait_tier", "games", "is_enough",
        .. Three("share"), .. Three("average_placement"), "shrunk_placement", .. Three("top4"), .. Three("win"), .. Three("delta"),
        .. Enumerable.Range(1, 8).Select(place => $"place_{place}"),
    ];

    /// <summary>A file; lists in a cell are parted by semicolons.</summary>
    public static byte[] Write(IEnumerable<TftRow> rows) => Encoding.UTF8.GetBytes(Csv.Write(Columns, rows.Select(AnalyticsRow.Of).Select(Cells)));

    private static object?[] Cells(AnalyticsRow row) =>
    [
        row.Unit, List(row.Items), List(row.Traits), row.TraitTier, row.Games, row.IsEnough,
        .. Three(row.Share), .. Three(row.AveragePlacement), Round(row.ShrunkPlacement), .. Three(row.Top4), .. Three(row.Win), .. Three(row.Delta),
        .. row.Places is { } places ? places.Select(count => (object?)count) : Enumerable.Repeat<object?>(null, 8),
    ];

    private static string[] Three(string name) => [name, $"{name}_low", $"{name}_high"];

    private static object?[] Three(Estimate? estimate) => [Round(estimate?.Value), Round(estimate?.Low), Round(estimate?.High)];

    private static double? Round(double? value) => value is { } number ? Math.Round(number, Digits) : null;

    private static string? List(ImmutableArray<string> words) => words.IsEmpty ? null : string.Join(';', words);
}
