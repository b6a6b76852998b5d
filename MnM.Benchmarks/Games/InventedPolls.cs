using MnM.Simulator.LiveClient;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Games;

/// <summary>Successive answers of an invented game, a second apart, from its middle on.</summary>
internal static class InventedPolls
{
    private const int Seed = 1;
    private const int FromSecond = 25 * 60;
    private const int WantedBytes = 45_000;

    /// <summary>The first <paramref name="count"/> polls from minute 25 on, later ones where the answers are not yet about 45 KB.</summary>
    public static IReadOnlyList<byte[]> Write(int count)
    {
        var supply = GameSupply.Written(Seed);
        for (var index = 0; ; index++)
        {
            var script = supply.Next(index)!.Script;
            var game = new ScriptedGame(script, script.Participants[0].Id);
            var last = (int)script.Duration - count - 1;
            for (var second = FromSecond; second <= last; second += 10)
            {
                if (Poll(game, second).Length >= WantedBytes || second + 10 > last && index >= 20)
                {
                    return [.. Enumerable.Range(second, count).Select(at => Poll(game, at))];
                }
            }
        }
    }

    private static byte[] Poll(ScriptedGame game, double second)
    {
        game.AdvanceTo(second);
        return AllGameDataJson.Write(game, new LiveView(Spectator: false, Streamer: false), game.Time);
    }
}
