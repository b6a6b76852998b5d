using System.Collections.Immutable;
using MnM.Collector.Matches.Played;
using MnM.Collector.Matches.Pool;

namespace MnM.Web.Players;

/// <summary>What a player's games come to, as they are looked at.</summary>
/// <param name="Read">Of whom.</param>
/// <param name="Pool">The champions; a chosen champion leaves out no other.</param>
/// <param name="Bests">What was done best.</param>
/// <param name="Mates">With whom it is played.</param>
/// <param name="Form">The last games that have a part in win rates, the oldest first.</param>
/// <param name="Rate">Of all that have one.</param>
/// <param name="Counted">How many came to an end.</param>
/// <param name="Unrated">How many of them have no part in win rates: Arena, against the computer, custom games.</param>
/// <param name="Remakes">How many were remade or called off.</param>
public sealed record PlayerFigures(
    ReadPlayer Read, ImmutableArray<PoolChampion> Pool, ImmutableArray<PersonalBest> Bests, ImmutableArray<Mate> Mates, ImmutableArray<PlayedGame> Form, WinRate Rate, int Counted,
    int Unrated, int Remakes)
{
    /// <summary>So many games make the form.</summary>
    public const int FormLength = 20;

    private const int MostMates = 12;

    /// <summary>The figures of the games that a filter leaves. Shares are drawn towards the player's mean of all games, so that no choice moves it.</summary>
    public static PlayerFigures Of(ReadPlayer read, PoolFilter filter)
    {
        var rates = Rates.Of(read.Games, RateMethod.Shrunk);
        var ofAll = read.Games.Where((filter with { Champion = null }).Leaves);
        var chosen = read.Games.Where(filter.Leaves).ToList();
        return new PlayerFigures(
            read, ChampionPool.Of(ofAll, rates), PersonalBests.Of(chosen), Collector.Matches.Pool.Mates.Of(chosen, rates, MostMates),
            [.. chosen.Where(game => game.IsRated).TakeLast(FormLength)], rates.Of(chosen), chosen.Count(game => game.Counts), chosen.Count(game => game.Counts && !game.IsRated),
            chosen.Count(game => !game.Counts));
    }
}
