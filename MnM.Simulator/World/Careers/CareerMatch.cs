using MnM.Simulator.World.People;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Careers;

/// <summary>A game of a career as match-v5 tells it, with what is odd about it.</summary>
internal static class CareerMatch
{
    private const int Players = 10;

    /// <summary>Who gives up does so before the end that the game would have had.</summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromMinutes(4);

    public static GeneratedGame Write(CareerGame game)
    {
        var written = game.QueueId == CareerQueues.Arena ? ArenaWriter.Write(game) : Play(game);
        switch (game.Fate)
        {
            case CareerFate.Surrendered:
                BrokenOff.Mark(written.Match, BreakOff.Surrendered);
                break;
            case CareerFate.Remade:
                BrokenOff.Mark(written.Match, BreakOff.Remade);
                break;
            case CareerFate.Aborted:
                BrokenOff.Mark(written.Match, BreakOff.Aborted);
                break;
        }

        if (game.QueueId == CareerQueues.Aram)
        {
            MatchShapes.MakeAram(written);
        }
        else if (CareerQueues.IsAgainstBots(game.QueueId))
        {
            MatchShapes.MakeBots(written, CareerQueues.People(game.QueueId));
        }

        if (MatchShapes.IsOld(game.Start))
        {
            MatchShapes.MakeOld(written.Match);
        }

        return game.Fate switch
        {
            CareerFate.Sparse => MatchShapes.MakeSparse(written),
            CareerFate.Empty => MatchShapes.MakeEmpty(written),
            _ => written,
        };
    }

    private static GeneratedGame Play(CareerGame game)
    {
        // The computer's players are somebody while they play.
        Person[] people = [.. game.People, .. Enumerable.Range(game.People.Length, Players - game.People.Length).Select(seat => Person.Of($"Computer {seat}#BOT"))];
        var isOfBlue = game.Seat < Players / 2;
        var end = game.Length + (game.Fate == CareerFate.Surrendered ? GivenUp : TimeSpan.Zero);
        return GameWriter.Plan(game.Identity, people, new Course(game.IsWon == isOfBlue ? RiftMap.Blue : RiftMap.Red, end)).Play(game.Length);
    }
}
