namespace MnM.Web.Hosting;

/// <summary>The folder of the database and the keys.</summary>
internal static class DataFolder
{
    /// <summary>Makes it where it is missing, for its owner alone: other people of the same machine would read what is in it.</summary>
    public static void Create(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Why it cannot be used, as whoever starts MnM is told.</summary>
    public static StartException Fault(string directory, Exception exception) => StartException.From([new("--data", $"\"{directory}\" cannot be used: {exception.Message}")]);
}
