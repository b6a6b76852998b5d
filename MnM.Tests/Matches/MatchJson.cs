using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Matches;

/// <summary>Matches as Riot writes them: one that the simulator writes, and recorded ones.</summary>
internal static class MatchJson
{
    public static JsonObject Written() => GameSupply.Written(1).Next(0)!.Match.DeepClone().AsObject();

    public static JsonObject WrittenTimeline() => GameSupply.Written(1).Next(0)!.Timeline.DeepClone().AsObject();

    public static IEnumerable<JsonObject> Recorded() => Recordings.Files("match-v5")
        .Where(file => !file.Contains("timeline", StringComparison.Ordinal))
        .SelectMany(MatchFile.ReadAll)
        .Where(one => one["info"]?["participants"] is JsonArray);

    /// <summary>When Riot counts the match as ended; null in the first years.</summary>
    public static long? End(JsonObject match) => (long?)match["info"]!["gameEndTimestamp"];
}
