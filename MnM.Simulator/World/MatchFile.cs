using System.IO.Compression;
using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>Reads a match or a timeline from a file: one JSON text, or one a line, either of them gzipped or not.</summary>
public static class MatchFile
{
    /// <exception cref="FormatException">The file holds no such match.</exception>
    public static JsonObject Read(string path, string? matchId) =>
        ReadAll(path).FirstOrDefault(one => matchId is null || one.Child("metadata").Text("matchId") == matchId)
            ?? throw new FormatException($"'{path}' holds no match{(matchId is null ? "" : $" '{matchId}'")}.");

    /// <summary>Every JSON object of the file.</summary>
    public static IEnumerable<JsonObject> ReadAll(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        if (!path.Contains(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            if (JsonNode.Parse(reader.ReadToEnd()) is JsonObject whole)
            {
                yield return whole;
            }

            yield break;
        }

        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && JsonNode.Parse(line) is JsonObject one)
            {
                yield return one;
            }
        }
    }
}
