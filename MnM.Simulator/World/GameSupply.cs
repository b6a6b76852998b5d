using System.Text.Json.Nodes;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World;

/// <summary>Which game comes next: the one match that was given, once, or written ones without end.</summary>
public sealed class GameSupply
{
    private readonly Func<int, PlayedGame?> _next;

    private GameSupply(Func<int, PlayedGame?> next) => _next = next;

    public static GameSupply Written(int seed) => new(index =>
    {
        var written = GameWriter.Write(seed, index);
        return Played(index, written.Match, written.Timeline, written.LocalParticipantId);
    });

    /// <summary>Games that are there already, one after the other.</summary>
    public static GameSupply Of(IReadOnlyList<PlayedGame> games) => new(index => index < games.Count ? games[index] : null);

    public static GameSupply Once(JsonObject match, JsonObject timeline) => new(index => index == 0 ? Played(0, match, timeline) : null);

    /// <summary>The game of that number, or null when there are no more.</summary>
    public PlayedGame? Next(int index) => _next(index);

    private static PlayedGame Played(int index, JsonObject match, JsonObject timeline, int? local = null)
    {
        var script = MatchScriptReader.Read(match, timeline);
        return new(index, script, local ?? script.Participants[0].Id, match, timeline);
    }
}
