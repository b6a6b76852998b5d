using MnM.Simulator.LiveClient;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Games;

/// <summary>Successive answers of an invented game, a second apart, from its middle on.</summary>
internal static class InventedPolls
{
    private const int Seed = 1;
    private const int Games = 8;
    private const int FromSecond = 25 * 60;
    private const int UsualBytes = 45 * 1024;

    /// <summary>Polls from minute 25 on, of the game whose answers are the nearest to the usual 45 KB then.</summary>
    public static IReadOnlyList<byte[]> Write(int count)
    {
        var supply = GameSupply.Written(Seed);
        var game = Enumerable.Range(0, Games)
            .Select(index => supply.Next(index)!.Script)
            .Where(script => script.Duration > FromSecond + count)
            .Select(script => new ScriptedGame(script, script.Participants[0].Id))
            .MinBy(candidate => Math.Abs(Poll(candidate, FromSecond + (count / 2)).Length - UsualBytes))!;
        return [.. Enumerable.Range(FromSecond, count).Select(second => Poll(game, second))];
    }

    private static byte[] Poll(ScriptedGame game, double second)
    {
        game.AdvanceTo(second);
        return AllGameDataJson.Write(game, new LiveView(Spectator: false, Streamer: false), game.Time);
    }
}
