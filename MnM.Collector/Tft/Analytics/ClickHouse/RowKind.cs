namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>What a row of the table is of. All of a match are in one table, so that one insert stores them together or not at all.</summary>
internal enum RowKind
{
    Match = 0,
    Board = 1,
    Unit = 2,
    Trait = 3,
}
