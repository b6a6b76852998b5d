using System.Globalization;

namespace MnM.Collector.Live.Lcu;

/// <summary>How to reach a League client. Never shown or logged as a whole: it holds the password.</summary>
/// <param name="Place">Where this was found, the process and the port.</param>
/// <param name="Password">For Basic authentication as "riot".</param>
internal sealed record ClientAddress(ClientPlace Place, string Password)
{
    /// <summary>Base address of its interface.</summary>
    public Uri Url { get; } = new($"https://127.0.0.1:{Place.Port}/");

    public override string ToString() => Place.ToString();
}

/// <summary>The file a running client keeps in its folder: the name of its process, then pid:port:password:https.</summary>
internal static class Lockfile
{
    public const string Name = "lockfile";

    /// <summary>What it says; null where it is not (yet) whole.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="path">Where it lies.</param>
    public static ClientAddress? Parse(string text, string path) =>
        text.Trim().Split(':') is [{ Length: > 0 } program, var process, var port, { Length: > 0 } password, "https"]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
        && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
            ? new ClientAddress(new ClientPlace(path, processId, number) { Program = program }, password)
            : null;

    /// <summary>Reads the file though the client holds it open.</summary>
    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ClientAddress? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);

        // A lockfile has some 60 characters; what is longer is none.
        var text = new char[512];
        return Parse(new string(text, 0, reader.ReadBlock(text)), path);
    }
}
