namespace MnM.Web.Hosting;

/// <summary>MnM cannot start, for a reason that the owner can understand and mend.</summary>
public sealed class StartException(int exitCode, string message) : Exception(message)
{
    /// <summary>Exit code of a start that failed for another reason than the ones below.</summary>
    public const int Failed = 1;

    /// <summary>Exit code where settings or switches are wrong.</summary>
    public const int WrongSettings = 2;

    /// <summary>Exit code where another MnM uses the same data folder.</summary>
    public const int AlreadyRunning = 3;

    /// <summary>What the process ends with.</summary>
    public int ExitCode => exitCode;

    /// <summary>What is wrong, where that is settings.</summary>
    public IReadOnlyList<Fault> Faults { get; private init; } = [];

    /// <summary>All faults of the settings at once, each on a line of its own.</summary>
    public static StartException From(IReadOnlyList<Fault> faults) =>
        new(WrongSettings, $"MnM cannot start:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  {fault}"))}") { Faults = faults };
}
