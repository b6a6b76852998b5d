namespace MnM.Collector.Matches.Played;

/// <summary>How a share of few games is told.</summary>
public enum RateMethod
{
    /// <summary>Drawn towards the player's mean, as if <see cref="Rates.Strength"/> more games had gone like all.</summary>
    Shrunk,

    /// <summary>As if one more game had been won and one more lost.</summary>
    Laplace,

    /// <summary>As it is.</summary>
    None,
}

/// <summary>How many of some games were won, and how that is told.</summary>
/// <param name="Share">The bare figures with their interval (Wilson), whatever the method.</param>
/// <param name="Percent">By the method; null without games.</param>
public readonly record struct WinRate(WinShare Share, double? Percent)
{
    /// <inheritdoc cref="WinShare.Least" />
    public const int Least = WinShare.Least;

    public int Wins => Share.Wins;

    public int Games => Share.Games;

    /// <summary>Whether there are enough games to claim something.</summary>
    public bool IsEnough => Share.IsEnough;

    /// <summary>Percent in which the true share lies in 95 of 100 cases.</summary>
    public (double Low, double High) Interval => Share.Interval();
}

/// <summary>Tells shares of one player's games by one method.</summary>
/// <param name="method">Which.</param>
/// <param name="mean">The player's share of wins in all games, from 0 to 1.</param>
public sealed class Rates(RateMethod method, double mean)
{
    /// <summary>So many games the player's mean weighs. Fixed: fitted to a dozen champions it would jump from game to game.</summary>
    public const int Strength = 20;

    /// <summary>Of those of the games that are rated; a half where none is.</summary>
    public static Rates Of(IReadOnlyCollection<PlayedGame> games, RateMethod method)
    {
        var share = ShareOf(games);
        return new Rates(method, share.Games == 0 ? 0.5 : share.Wins / (double)share.Games);
    }

    /// <summary>Wins and games of those that are rated.</summary>
    public WinRate Of(IEnumerable<PlayedGame> games) => Of(ShareOf(games));

    public WinRate Of(WinShare share) => new(share, share.Games == 0 ? null : method switch
    {
        RateMethod.Shrunk => 100 * Posterior(share, Strength * mean, Strength * (1 - mean)),
        RateMethod.Laplace => 100 * Posterior(share, 1, 1),
        _ => share.Percent,
    });

    /// <summary>
    /// The mean of the beta distribution that wins and losses make of a prior one: (wins + a) / (games + a + b).
    /// A. Gelman et al., Bayesian Data Analysis (2013), 2.4; Laplace's rule is a = b = 1.
    /// </summary>
    internal static double Posterior(WinShare share, double a, double b) => (share.Wins + a) / (share.Games + a + b);

    internal static WinShare ShareOf(IEnumerable<PlayedGame> games)
    {
        var (wins, count) = (0, 0);
        foreach (var game in games)
        {
            if (game.IsRated)
            {
                (wins, count) = (wins + (game.IsWon ? 1 : 0), count + 1);
            }
        }

        return new WinShare(wins, count);
    }
}
