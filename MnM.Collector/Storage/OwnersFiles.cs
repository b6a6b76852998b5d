namespace MnM.Collector.Storage;

/// <summary>Makes folders and files for whoever runs MnM alone: other people of the same machine would read what is in them.</summary>
public static class OwnersFiles
{
    private const UnixFileMode ReadAndWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder where it is missing.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, ReadAndWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes a file that is not there yet, with nothing in it.</summary>
    public static void CreateFile(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ReadAndWrite;
        }

        File.Open(path, options).Dispose();
    }

    /// <summary>Takes a file that is there from all others, where its disk tells people apart; exFAT and some shares of a network do not.</summary>
    public static void Close(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, ReadAndWrite);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It stays as it was.
        }
    }
}
