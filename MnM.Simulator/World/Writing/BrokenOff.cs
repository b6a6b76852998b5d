using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Why a game ended before a nexus fell.</summary>
internal enum BreakOff
{
    /// <summary>Its server failed.</summary>
    Aborted,

    /// <summary>Somebody was missing, and the others left.</summary>
    Remade,

    /// <summary>One side gave up.</summary>
    Surrendered,
}

/// <summary>Marks a match as one that broke off.</summary>
internal static class BrokenOff
{
    public static void Mark(JsonObject match, BreakOff why)
    {
        var info = match["info"]!;
        if (why == BreakOff.Aborted)
        {
            info["endOfGameResult"] = "Abort_Unexpected";
        }

        foreach (var one in info.Children("participants"))
        {
            (one["nexusKills"], one["nexusTakedowns"], one["nexusLost"]) = (0, 0, 0);
            if (why == BreakOff.Remade)
            {
                one["gameEndedInEarlySurrender"] = true;
                one["teamEarlySurrendered"] = !(bool)one["win"]!;
            }
            else if (why == BreakOff.Surrendered)
            {
                one["gameEndedInSurrender"] = true;
            }
        }
    }
}
