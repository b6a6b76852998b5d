using System.Collections.Immutable;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Careers;

/// <summary>A game of a career: when it was played, by whom, and how it went. Its match is written when it is asked for.</summary>
internal sealed record CareerGame
{
    public required long GameId { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required TimeSpan Length { get; init; }

    public required int QueueId { get; init; }

    public required CareerFate Fate { get; init; }

    /// <summary>In the order of their places; in games against the computer only one side.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>The place of whom it is about.</summary>
    public required int Seat { get; init; }

    /// <summary>Whether it is won for them; in the Arena the better half wins.</summary>
    public required bool IsWon { get; init; }

    public DateTimeOffset End => Start + Length;

    private static string Platform => Population.Home.ToUpperInvariant();

    public string MatchId => $"{Platform}_{GameId}";

    public GameIdentity Identity => new(GameId, Start, GameIdentity.VersionAt(Start), Platform, QueueId);

    public MatchAccess Access => PastMatch.IsPrivate(QueueId) ? MatchAccess.Private : Fate == CareerFate.Missing ? MatchAccess.Missing : MatchAccess.Open;

    public bool IsBrokenOff => Fate is CareerFate.Surrendered or CareerFate.Remade or CareerFate.Aborted;

    /// <summary>A generator that is the game's own, another for each purpose.</summary>
    public Random Draw(int purpose) => new(unchecked((int)((GameId * 2_654_435_761L) >> 9) + (purpose * 50_021)));
}
