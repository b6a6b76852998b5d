using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>A game of the evening as a match: what was written, at the time at which it was played.</summary>
internal static class EveningMatch
{
    public static (JsonObject Match, JsonObject Timeline) Of(LedgerEntry entry)
    {
        var match = (JsonObject)entry.Game.Match.DeepClone();
        var info = match.Child("info") ?? match;
        var start = entry.StartedAt!.Value.ToUnixTimeMilliseconds();
        var shift = start - (long)info.Number("gameStartTimestamp");
        foreach (var name in (string[])["gameCreation", "gameStartTimestamp", "gameEndTimestamp"])
        {
            if (info.ContainsKey(name))
            {
                info[name] = (long)info.Number(name) + shift;
            }
        }

        if (entry.IsAborted)
        {
            info["endOfGameResult"] = "Abort_Unexpected";
        }

        return (match, entry.Game.Timeline);
    }
}
