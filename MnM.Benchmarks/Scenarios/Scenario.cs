namespace MnM.Benchmarks.Scenarios;

/// <summary>Rows that must be there, and what measures them.</summary>
internal sealed record Scenario(string Name, IReadOnlyList<RowSpec> Rows, IReadOnlyList<Measurement> Measurements);
