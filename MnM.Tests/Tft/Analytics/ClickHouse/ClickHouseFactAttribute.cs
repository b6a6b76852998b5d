using MnM.Benchmarks.Processes;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>A test that talks to a real ClickHouse server: the one that CLICKHOUSE_PATH names, else the one of the distribution.</summary>
public sealed class ClickHouseFactAttribute() : RequiredFactAttribute(Missing)
{
    /// <summary>Null where it is installed.</summary>
    public static string? Missing => ClickHouseServer.FindProgram() is null ? "There is no clickhouse-server; CLICKHOUSE_PATH may name one." : null;
}
