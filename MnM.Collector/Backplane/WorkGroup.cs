namespace MnM.Collector.Backplane;

/// <summary>Items that stand in one line: those of a lane, a route and an owner.</summary>
internal readonly record struct WorkGroup(Lane Lane, string Route, string Owner);
