namespace MnM.Web.Games;

/// <summary>Files without a name that anybody needs, for this account alone and gone when they are closed.</summary>
public sealed class TemporaryFiles
{
    /// <summary>Makes an empty file in the system's folder for such files, and answers its path.</summary>
    internal Func<string> Make { get; init; } = Path.GetTempFileName;

    /// <exception cref="IOException">The disk is full or refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    // Unbuffered: what a full disk did not take would be written once more when the file is closed, and fail there too.
    public FileStream Create() => new(Make(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    /// <summary>What such a file met with, for people; null for a fault that is none of the disk.</summary>
    internal static string? Words(Exception fault) => fault switch
    {
        IOException { HResult: unchecked((int)0x80070070) or 28 } => "The disk of temporary files is full.",
        UnauthorizedAccessException => "The folder of temporary files cannot be written.",
        _ => null,
    };
}
