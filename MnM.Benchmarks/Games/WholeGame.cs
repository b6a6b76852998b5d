using MnM.Simulator.LiveClient;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Games;

/// <summary>All answers of an invented game's first thirty minutes, a second apart, written as they are asked for: together they are some 80 MB.</summary>
internal static class WholeGame
{
    private const int Seed = 1;
    private const int Games = 20;

    /// <summary>How long, and how many answers.</summary>
    public const int Seconds = 30 * 60;

    private static readonly Lazy<MatchScript> Longest = new(() =>
    {
        var supply = GameSupply.Written(Seed);
        return Enumerable.Range(0, Games).Select(index => supply.Next(index)!.Script).First(script => script.Duration > Seconds);
    });

    public static IEnumerable<byte[]> Polls()
    {
        var game = new ScriptedGame(Longest.Value, Longest.Value.Participants[0].Id);
        for (var poll = 0; poll < Seconds; poll++)
        {
            // A poll comes a little later than a second after the one before.
            game.AdvanceTo(poll * 1.0004);
            yield return AllGameDataJson.Write(game, new LiveView(Spectator: false, Streamer: false), game.Time);
        }
    }
}
