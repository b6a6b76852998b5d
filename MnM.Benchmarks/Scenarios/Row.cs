namespace MnM.Benchmarks.Scenarios;

/// <summary>A measured row, as it is printed and written.</summary>
internal sealed record Row(string Name, double Value, string Unit, double? Limit, bool Ok)
{
    public static Row Of(RowSpec spec, double value) => new(spec.Name, value, spec.Unit, spec.Limit?.Value, spec.Limit?.Allows(value, spec.Unit) ?? true);
}
