using System.IO.Compression;
using System.Text;

namespace MnM.Simulator.LiveClient;

/// <summary>Gives recorded responses out byte for byte, one for each poll.</summary>
internal sealed class RecordedSource(IReadOnlyList<byte[]> polls) : ILiveSource
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _exhausted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;

    /// <summary>Completes when the last response has been asked for.</summary>
    public Task Exhausted => _exhausted.Task;

    /// <summary>Reads files of one response each, and .jsonl files (gzipped or not) of one a line.</summary>
    public static IReadOnlyList<byte[]> Read(IEnumerable<string> files) => [.. files.SelectMany(ReadFile)];

    public byte[] Poll(bool timeBack)
    {
        lock (_lock)
        {
            var poll = polls[Math.Min(_next, polls.Count - 1)];
            if (++_next >= polls.Count)
            {
                _exhausted.TrySetResult();
            }

            return poll;
        }
    }

    public byte[] Peek()
    {
        lock (_lock)
        {
            return polls[Math.Clamp(_next - 1, 0, polls.Count - 1)];
        }
    }

    private static IEnumerable<byte[]> ReadFile(string path)
    {
        if (!path.Contains(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            return [File.ReadAllBytes(path)];
        }

        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Select(Encoding.UTF8.GetBytes)];
    }
}
