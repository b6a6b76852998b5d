using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests;

/// <summary>Recorded matches with their timelines, where the machine has them.</summary>
internal static class Recordings
{
    /// <summary>The folder named by MNM_RECORDINGS, else the usual one; null where it is absent.</summary>
    public static string? Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("MNM_RECORDINGS") ?? BesideRepository();
            return Directory.Exists(folder) ? folder : null;
        }
    }

    public static IEnumerable<(JsonObject Match, JsonObject Timeline)> Pairs()
    {
        var (matches, timelines) = (new Dictionary<string, JsonObject>(), new Dictionary<string, JsonObject>());
        foreach (var one in Files("match-v5").SelectMany(MatchFile.ReadAll))
        {
            if (one["metadata"]?["matchId"]?.GetValue<string>() is { } id)
            {
                (one["info"]?["frames"] is null ? matches : timelines).TryAdd(id, one);
            }
        }

        return matches.Where(match => timelines.ContainsKey(match.Key)).Select(match => (match.Value, timelines[match.Key]));
    }

    public static IEnumerable<string> Files(string kind) =>
        Folder is { } folder && Directory.Exists(Path.Combine(folder, kind)) ? Directory.GetFiles(Path.Combine(folder, kind)).Order() : [];

    private static string? BesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MnM.Web.sln")))
            {
                return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
            }
        }

        return null;
    }
}
