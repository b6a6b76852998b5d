namespace MnM.Benchmarks.Scenarios;

/// <summary>Units of rows. Those of time decide how strict a limit is.</summary>
internal static class Units
{
    public const string Count = "count";
    public const string Kilobytes = "KB";
    public const string Megabytes = "MB";
    public const string Microseconds = "us";
    public const string Milliseconds = "ms";
    public const string Percent = "%";
    public const string Ratio = "ratio";
    public const string Seconds = "s";

    /// <summary>Whether values depend on the machine: times, and rates such as "1/s".</summary>
    public static bool IsTimed(string unit) => unit is Seconds or Milliseconds or Microseconds || unit.EndsWith("/s", StringComparison.Ordinal);
}
