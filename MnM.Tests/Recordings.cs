namespace MnM.Tests;

/// <summary>The folder of real recorded inputs: MNM_RECORDINGS, else ../shared/data beside the repository. May be absent.</summary>
internal static class Recordings
{
    public static string? Folder { get; } = Find();

    /// <summary>Every file below a sub-folder with this ending; none where the recordings are absent.</summary>
    public static IEnumerable<string> Files(string folder, string ending)
    {
        var path = Folder is null ? null : Path.Combine(Folder, folder);
        return path is null || !Directory.Exists(path) ? [] : Directory.EnumerateFiles(path, "*" + ending).Order(StringComparer.Ordinal);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MNM_RECORDINGS") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MnM.Web.sln")))
            {
                var shared = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
