using System.Collections.Immutable;

namespace MnM.Collector.Scouting;

/// <summary>Counts what the last games say. Pure.</summary>
public static class FormRules
{
    /// <summary>The form of these games.</summary>
    /// <param name="games">Newest first.</param>
    /// <param name="unbroken">How many of them, from the newest on, have none before them that is not there yet.</param>
    /// <param name="pick">The champion that is picked; 0 for none.</param>
    /// <param name="withYou">Which of the games were played on your side.</param>
    public static ScoutForm Count(ImmutableArray<FormGame> games, int unbroken, int pick, Func<FormGame, bool> withYou)
    {
        var counted = games.Where(game => game.Result != FormResult.Remake).ToImmutableArray();
        var roles = counted.Where(game => game.Position.Length > 0).GroupBy(game => game.Position).OrderByDescending(role => role.Count()).ToList();
        return new ScoutForm
        {
            Games = games,
            All = Sum(counted),
            OnPick = Sum(counted.Where(game => game.ChampionId == pick)),
            WithYou = Sum(counted.Where(withYou)),
            Pool =
            [
                .. counted.Where(game => game.ChampionId > 0).GroupBy(game => game.ChampionId)
                    .Select(champion => new PoolChampion(champion.Key, champion.Count(), champion.Count(game => game.Result == FormResult.Won)))
                    .OrderByDescending(champion => champion.Games),
            ],
            MainRole = roles.FirstOrDefault()?.Key,
            MainRoleGames = roles.FirstOrDefault()?.Count() ?? 0,
            GamesWithRole = roles.Sum(role => role.Count()),
            Unbroken = unbroken,
            Streak = Streak([.. games.Take(unbroken).Where(game => game.Result != FormResult.Remake)]),
        };
    }

    private static FormRecord Sum(IEnumerable<FormGame> games) => games.Aggregate(FormRecord.Empty, (sum, game) => new FormRecord(
        sum.Games + 1,
        sum.Wins + (game.Result == FormResult.Won ? 1 : 0),
        sum.Kills + game.Kills,
        sum.Deaths + game.Deaths,
        sum.Assists + game.Assists));

    private static int Streak(ImmutableArray<FormGame> counted)
    {
        if (counted.IsEmpty)
        {
            return 0;
        }

        var length = counted.TakeWhile(game => game.Result == counted[0].Result).Count();
        return counted[0].Result == FormResult.Won ? length : -length;
    }
}
