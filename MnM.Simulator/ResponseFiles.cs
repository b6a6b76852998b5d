using MnM.Simulator.Lcu;

namespace MnM.Simulator;

/// <summary>Answers that lie ready as files: the path of a request plus ".json", below one folder.</summary>
public sealed class ResponseFiles(string? folder)
{
    private readonly string? _folder = folder is null ? null : Path.GetFullPath(folder);

    /// <summary>Recorded events of the League client's socket, if the folder has some.</summary>
    internal IEnumerable<LcuEvent> Events() => _folder is null ? [] : RecordedEvents.Read(_folder);

    /// <summary>The file for that path of a request, if there is one.</summary>
    public byte[]? Find(string path)
    {
        if (_folder is null)
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Combine(_folder, path.TrimStart('/') + ".json"));
        return file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
