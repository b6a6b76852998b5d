using System.Globalization;
using System.Text;

namespace MnM.Simulator.Lcu;

/// <summary>The file by which other programs find the League client; the client keeps it open while it runs.</summary>
internal sealed class Lockfile(string folder) : IDisposable
{
    private FileStream? _file;

    public string Path { get; } = System.IO.Path.Combine(folder, "lockfile");

    /// <summary>Writes into the file that is there, if one was left: nobody is told of a new file then.</summary>
    public void Write(string program, int processId, int port, string password)
    {
        _file?.Dispose();
        _file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var line = string.Create(CultureInfo.InvariantCulture, $"{program}:{processId}:{port}:{password}:https");
        _file.Write(Encoding.ASCII.GetBytes(line));
        _file.SetLength(_file.Position);
        _file.Flush();
    }

    /// <summary>Lets go of the file as a process does that dies: it stays.</summary>
    public void Leave()
    {
        _file?.Dispose();
        _file = null;
    }

    public void Delete()
    {
        Leave();
        try
        {
            File.Delete(Path);
        }
        catch (IOException)
        {
            // On Windows somebody who reads it can hold it; it stays then, as it does with the real client.
        }
    }

    public void Dispose() => Leave();
}
