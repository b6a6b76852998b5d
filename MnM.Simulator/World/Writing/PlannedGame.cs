namespace MnM.Simulator.World.Writing;

/// <summary>A game before it is played: who plays what is settled, and so is who wins and when. It can be played once.</summary>
internal sealed class PlannedGame(GameIdentity identity, Random random, Draft draft, Course? course = null)
{
    private readonly Playthrough _game = new(random, draft, course);

    public Draft Draft => draft;

    /// <summary>The side that wins if the game is played to its end.</summary>
    public int Winner => _game.Winner;

    public TimeSpan Duration => TimeSpan.FromMilliseconds(_game.Duration);

    /// <summary>Plays it to its end, or until it breaks off, and writes it down as Match-v5 does.</summary>
    public GeneratedGame Play(TimeSpan? until = null)
    {
        var frames = new Frames(_game);
        var fights = new Fights(_game);
        frames.Begin();
        Shopper.Begin(_game);
        Quests.Begin(_game);
        new Farming(_game).Begin();
        new Vision(_game).Begin();
        fights.Begin();
        new Objectives(_game, fights).Begin();
        new Structures(_game).Begin();
        _game.Run(until is { } end ? (long)end.TotalMilliseconds : long.MaxValue);
        frames.Finish();
        return new GeneratedGame(MatchJson.Of(identity, draft, _game), TimelineJson.Of(identity, _game, frames), draft.LocalParticipantId);
    }
}
