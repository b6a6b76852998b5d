namespace MnM.Benchmarks;

/// <summary>What the process tells who started it.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>A limit is missed, or a row is absent.</summary>
    public const int Missed = 1;

    /// <summary>Something that is needed is not installed or not built.</summary>
    public const int Lacking = 2;

    /// <summary>EX_USAGE of sysexits.h.</summary>
    public const int WrongCommandLine = 64;
}
