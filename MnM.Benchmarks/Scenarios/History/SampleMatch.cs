using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MnM.Benchmarks.Processes;
using MnM.Simulator.World;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.Writing;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>A match as Riot's API would send it, and its timeline where there is one.</summary>
internal sealed record SampleMatch(string MatchId, byte[] Json, byte[]? Timeline)
{
    private const int Written = 120;
    private static readonly DateTimeOffset Day = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>As Riot's API prints it.</summary>
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Recorded matches of the folder that MNM_RECORDINGS names; none where it is not there.</summary>
    public static ImmutableArray<SampleMatch> Recorded()
    {
        if (Folder() is not { } folder)
        {
            return [];
        }

        var (matches, timelines) = (new Dictionary<string, JsonObject>(), new Dictionary<string, JsonObject>());
        foreach (var one in Directory.GetFiles(folder).Order().SelectMany(MatchFile.ReadAll))
        {
            // Some are kept without the part that names them.
            var info = one.Child("info") ?? one;
            var id = one.Child("metadata").Text("matchId") is { Length: > 0 } told ? told : $"{info.Text("platformId")}_{info.Number("gameId"):0}";
            (info.ContainsKey("frames") ? timelines : matches).TryAdd(id, one);
        }

        return [.. matches.Select(match => new SampleMatch(match.Key, Bytes(match.Value), timelines.TryGetValue(match.Key, out var timeline) ? Bytes(timeline) : null))];
    }

    /// <summary>Matches of the simulator, of all its queues.</summary>
    public static ImmutableArray<SampleMatch> Simulated() =>
        [.. Veteran.Listed(Day, 2 * Written).Where(Veteran.IsReadable).Take(Written).Select(game => (game.MatchId, Written: CareerMatch.Write(game))).Select(one => new SampleMatch(one.MatchId, Bytes(one.Written.Match), Bytes(one.Written.Timeline)))];

    /// <summary>A game on Summoner's Rift that the simulator writes; each index is another one.</summary>
    public static SampleMatch Rift(int index)
    {
        var written = GameWriter.Write(seed: 8, index);
        return new SampleMatch(written.Match.Child("metadata").Text("matchId"), Bytes(written.Match), Bytes(written.Timeline));
    }

    private static string? Folder()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("MNM_RECORDINGS") ?? Path.Combine(Programs.MnmProject, "..", "..", "shared", "data"), "match-v5");
        return Directory.Exists(folder) ? folder : null;
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Wire));
}
