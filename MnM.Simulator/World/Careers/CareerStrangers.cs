using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Careers;

/// <summary>
/// Whom people of a career meet. Who sits at a place follows from the place's number, and the places of somebody from theirs: so both sides of a game tell the same, and nothing is kept.
/// </summary>
internal sealed class CareerStrangers(int number)
{
    /// <summary>More than any game has, and a prime: so everybody comes to every place.</summary>
    private const int SeatsAGame = 17;

    /// <summary>Has no divisor in common with how many there are: whoever was met is met again after all others.</summary>
    private const int Step = 1_237;
    private static readonly int Back = Enumerable.Range(1, Names.Count).First(factor => (long)factor * Step % Names.Count == 1);

    /// <summary>By their numbers.</summary>
    public ImmutableArray<Person> All { get; } = [.. Enumerable.Range(0, Names.Count).Select(index => Person.Of(Names.RiotId(index, $"RIFT{number}")))];

    /// <summary>Who sits at a place of a game.</summary>
    /// <param name="game">Its number among all games of the career.</param>
    /// <param name="seat">From 0.</param>
    public Person At(long game, int seat) => All[(int)(((game * SeatsAGame) + seat) % Names.Count * Step % Names.Count)];

    /// <summary>The next place of somebody.</summary>
    /// <param name="stranger">Their number.</param>
    /// <param name="first">The number of the game from which on it is looked for.</param>
    public static (long Game, int Seat) NextPlace(int stranger, long first)
    {
        var start = first * SeatsAGame;
        var next = start + ((((long)stranger * Back) - start) % Names.Count + Names.Count) % Names.Count;
        return (next / SeatsAGame, (int)(next % SeatsAGame));
    }
}
