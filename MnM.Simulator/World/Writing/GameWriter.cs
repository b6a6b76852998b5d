namespace MnM.Simulator.World.Writing;

/// <summary>Invents whole ranked games on Summoner's Rift; the same seed and index always give the same game.</summary>
public static class GameWriter
{
    /// <summary>Plays the game with this index and writes it down as Match-v5 does.</summary>
    public static GeneratedGame Write(int seed, int index)
    {
        var random = new Random(unchecked(seed * 486_187_739 + index * 92_821 + 17));
        var identity = GameIdentity.Of(seed, index, random);
        var draft = Draft.Make(random);
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
