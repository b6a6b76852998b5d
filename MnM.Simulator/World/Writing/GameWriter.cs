using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Writing;

/// <summary>Invents whole ranked games on Summoner's Rift; the same seed and index always give the same game.</summary>
public static class GameWriter
{
    /// <summary>Plays the game with this index and writes it down as Match-v5 does.</summary>
    public static GeneratedGame Write(int seed, int index)
    {
        var random = new Random(unchecked(seed * 486_187_739 + index * 92_821 + 17));
        var identity = GameIdentity.Of(seed, index, random);
        return Write(random, identity, Draft.Make(random));
    }

    /// <summary>Plays a game of these ten people, and writes it down.</summary>
    internal static GeneratedGame Write(GameIdentity identity, IReadOnlyList<Person> people)
    {
        var random = new Random(unchecked((int)(identity.GameId * 2_654_435_761 >> 8)));
        return Write(random, identity, Draft.Of(random, people));
    }

    private static GeneratedGame Write(Random random, GameIdentity identity, Draft draft)
    {
        var game = new Playthrough(random, draft);
        var frames = new Frames(game);
        var fights = new Fights(game);
        frames.Begin();
        Shopper.Begin(game);
        Quests.Begin(game);
        new Farming(game).Begin();
        new Vision(game).Begin();
        fights.Begin();
        new Objectives(game, fights).Begin();
        new Structures(game).Begin();
        game.Run();
        frames.Finish();
        return new GeneratedGame(MatchJson.Of(identity, draft, game), TimelineJson.Of(identity, game, frames), draft.LocalParticipantId);
    }
}
