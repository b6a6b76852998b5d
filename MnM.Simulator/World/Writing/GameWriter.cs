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
        return new PlannedGame(identity, random, Draft.Make(random)).Play();
    }

    /// <summary>Plays a game of these ten people, and writes it down.</summary>
    internal static GeneratedGame Write(GameIdentity identity, IReadOnlyList<Person> people) => Plan(identity, people).Play();

    /// <summary>A game of these ten people that is still to be played.</summary>
    internal static PlannedGame Plan(GameIdentity identity, IReadOnlyList<Person> people, Course? course = null)
    {
        var random = new Random(unchecked((int)(identity.GameId * 2_654_435_761 >> 8)));
        return new PlannedGame(identity, random, Draft.Of(random, people), course);
    }
}
