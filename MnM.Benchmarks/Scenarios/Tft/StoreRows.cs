namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>The rows of the two analytics stores; those of ClickHouse begin with ch_.</summary>
internal static class StoreRows
{
    private const double RollupLimit = 50;
    private const double EmbeddedLimit = 500;
    private const double ClickHouseLimit = 150;

    public static IReadOnlyList<RowSpec> Rows { get; } =
    [
        new("unit_rows", Units.Count),
        new("store_per_s", "1/s", Limit.AtLeast(300)),
        new("ch_store_per_s", "1/s", Limit.AtLeast(300)),
        new("bytes_per_row", Units.Count, Limit.AtMost(140)),
        new("ch_bytes_per_row", Units.Count, Limit.AtMost(12)),
        new("yardstick_sum_ms", Units.Milliseconds),
        new("query_ratio", Units.Ratio, Limit.AtMost(3)),
        .. StoreQuery.All.Select(query => new RowSpec($"query_{query.Name}_ms", Units.Milliseconds, Limit.AtMost(query.IsRolledUp ? RollupLimit : EmbeddedLimit))),
        new($"query_{StoreQuery.TwoPatches}_ms", Units.Milliseconds, Limit.AtMost(2 * RollupLimit)),
        .. StoreQuery.All.Select(query => new RowSpec($"ch_query_{query.Name}_ms", Units.Milliseconds, Limit.AtMost(ClickHouseLimit))),
        new($"ch_query_{StoreQuery.TwoPatches}_ms", Units.Milliseconds, Limit.AtMost(ClickHouseLimit)),
        new("growth", Units.Ratio, Limit.AtMost(6)),
        new("ch_growth", Units.Ratio, Limit.AtMost(6)),
        new("engines_asked", Units.Count),
        new("engines_equal", Units.Percent, Limit.AtLeast(100)),
    ];

    public static IReadOnlyList<Measurement> Measurements { get; } = [new StoredRows()];
}
