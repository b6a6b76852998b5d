namespace MnM.Collector.Matches.ChampionStats;

/// <summary>How a champion does in some games.</summary>
/// <param name="Share">How many were won.</param>
/// <param name="Averages">Null of fewer than <see cref="WinShare.Least"/> games.</param>
public sealed record ChampionFigures(WinShare Share, ChampionAverages? Averages)
{
    /// <summary>Of games that all count.</summary>
    public static ChampionFigures Of(IReadOnlyCollection<ChampionGame> games)
    {
        var share = new WinShare(games.Count(game => game.IsWon), games.Count);
        return new ChampionFigures(share, share.IsEnough ? ChampionAverages.Of(games) : null);
    }
}

/// <summary>What is usual in some games with a champion.</summary>
/// <param name="Kills">In a game.</param>
/// <param name="Deaths">In a game.</param>
/// <param name="Assists">In a game.</param>
/// <param name="Kda">Kills and assists for each death; null where nobody died.</param>
/// <param name="CsPerMinute">Null where no game says how long it took.</param>
/// <param name="GoldPerMinute">As above.</param>
/// <param name="DamageShare">The mean share of the side's damage to champions, from 0 to 1; null where there was none.</param>
public sealed record ChampionAverages(double Kills, double Deaths, double Assists, double? Kda, double? CsPerMinute, double? GoldPerMinute, double? DamageShare)
{
    internal static ChampionAverages Of(IReadOnlyCollection<ChampionGame> games)
    {
        long kills = 0, deaths = 0, assists = 0, cs = 0, gold = 0, seconds = 0;
        var (shares, damaging) = (0.0, 0);
        foreach (var game in games)
        {
            (kills, deaths, assists) = (kills + game.Kills, deaths + game.Deaths, assists + game.Assists);
            if (game.Seconds > 0)
            {
                (cs, gold, seconds) = (cs + game.Cs, gold + game.Gold, seconds + game.Seconds);
            }

            if (game.TeamDamage > 0)
            {
                (shares, damaging) = (shares + (game.Damage / (double)game.TeamDamage), damaging + 1);
            }
        }

        double n = games.Count;
        return new ChampionAverages(
            kills / n, deaths / n, assists / n, deaths == 0 ? null : (kills + assists) / (double)deaths,
            seconds == 0 ? null : cs * 60.0 / seconds, seconds == 0 ? null : gold * 60.0 / seconds, damaging == 0 ? null : shares / damaging);
    }
}
