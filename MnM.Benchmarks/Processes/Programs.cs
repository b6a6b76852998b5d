namespace MnM.Benchmarks.Processes;

/// <summary>The programs as they are built from these sources.</summary>
internal static class Programs
{
    private static readonly string Folder = Path.Combine(MnmProject, "bin", "Release", "net10.0");

    /// <summary>The folder of the sources.</summary>
    public static string Sources => Root(new(AppContext.BaseDirectory));

    public static string MnmProject => Path.Combine(Sources, "MnM.Web");

    public static string Mnm => Path.Combine(Folder, "MnM.Web.dll");

    public static string Simulator => Path.Combine(Folder, "MnM.Simulator.dll");

    /// <summary>This program.</summary>
    public static string Benchmarks => Path.Combine(AppContext.BaseDirectory, "MnM.Benchmarks.dll");

    public static string? FindLack() => new[] { Mnm, Simulator }.FirstOrDefault(program => !File.Exists(program)) is { } missing
        ? $"{missing} is not there; build it with dotnet build -c Release MnM.Web."
        : null;

    private static string Root(DirectoryInfo? directory) =>
        directory is null ? AppContext.BaseDirectory
        : File.Exists(Path.Combine(directory.FullName, "MnM.Web.sln")) ? directory.FullName
        : Root(directory.Parent);
}
