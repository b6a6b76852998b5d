using System.Text.Json.Nodes;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Friends;

/// <summary>A game of the week as match-v5 tells it.</summary>
internal static class FriendMatch
{
    public static GeneratedGame Write(FriendGame game)
    {
        var written = game.Plan().Play(game.Duration);
        var info = written.Match["info"]!;
        info["gameCreation"] = game.OpenedAt.ToUnixTimeMilliseconds();
        if (game.Fate == GameFate.Aborted)
        {
            info["endOfGameResult"] = "Abort_Unexpected";
        }

        if (game.Fate is GameFate.Aborted or GameFate.Remade)
        {
            foreach (var one in info.Children("participants"))
            {
                BreakOff(one, isRemake: game.Fate == GameFate.Remade);
            }
        }

        return written;
    }

    // No nexus fell.
    private static void BreakOff(JsonObject one, bool isRemake)
    {
        (one["nexusKills"], one["nexusTakedowns"], one["nexusLost"]) = (0, 0, 0);
        if (isRemake)
        {
            one["gameEndedInEarlySurrender"] = true;
            one["teamEarlySurrendered"] = !(bool)one["win"]!;
        }
    }
}
