namespace MnM.Benchmarks.Scenarios;

/// <summary>A row that a scenario must have; yardsticks have no limit.</summary>
internal sealed record RowSpec(string Name, string Unit, Limit? Limit = null);
