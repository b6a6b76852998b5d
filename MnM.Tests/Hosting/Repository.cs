namespace MnM.Tests.Hosting;

/// <summary>Where the sources of this build are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "MnM.Web.sln")) ? directory.FullName : Find(directory.Parent!);
}
