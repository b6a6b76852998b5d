using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Past;

/// <summary>A game that was played before the evening: when, and by whom.</summary>
/// <param name="GameId">Its number on its platform.</param>
/// <param name="Start">When it began.</param>
/// <param name="People">Who sat in it, in the order of their places.</param>
internal sealed record SeasonGame(long GameId, DateTimeOffset Start, ImmutableArray<Person> People)
{
    /// <summary>A generator that is the game's own, another for each purpose.</summary>
    public Random Draw(int purpose) => new(unchecked((int)((GameId * 2_654_435_761L) >> 7) + (purpose * 40_503)));
}
