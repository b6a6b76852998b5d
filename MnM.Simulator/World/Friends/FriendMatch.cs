using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Friends;

/// <summary>A game of the week as match-v5 tells it.</summary>
internal static class FriendMatch
{
    public static GeneratedGame Write(FriendGame game)
    {
        var written = game.Plan().Play(game.Duration);
        written.Match["info"]!["gameCreation"] = game.OpenedAt.ToUnixTimeMilliseconds();
        if (game.Fate is GameFate.Aborted or GameFate.Remade)
        {
            BrokenOff.Mark(written.Match, game.Fate == GameFate.Remade ? BreakOff.Remade : BreakOff.Aborted);
        }

        return written;
    }
}
