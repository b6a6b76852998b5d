using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.Matches.Pool;

/// <summary>What a player has done best in.</summary>
public enum BestKind
{
    Kills,
    Assists,
    Kda,

    /// <summary>To champions.</summary>
    Damage,
    DamagePerMinute,
    Cs,
    CsPerMinute,
    Vision,

    /// <summary>Seconds.</summary>
    Longest,

    /// <summary>Seconds.</summary>
    ShortestWin,
}

/// <summary>A player's best, and the game that it was in.</summary>
public sealed record PersonalBest(BestKind Kind, double Value, PlayedGame Game);

/// <summary>Finds what a player has done best.</summary>
public static class PersonalBests
{
    /// <summary>In shorter games a minute says nothing.</summary>
    private static readonly TimeSpan LeastForPace = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The bests of some games; a kind of which there is none is left out. Only games that have a part in win rates count: in Arena and against the computer figures are of another kind,
    /// and a remake is the shortest game of all. Of equal ones the first is the best, since the later ones only did the same again.
    /// </summary>
    public static ImmutableArray<PersonalBest> Of(IEnumerable<PlayedGame> games)
    {
        var all = games.Where(game => game.IsRated).OrderBy(game => game.StartedAt).ToList();
        return [.. Enum.GetValues<BestKind>().Select(kind => Of(kind, all)).OfType<PersonalBest>()];
    }

    private static PersonalBest? Of(BestKind kind, List<PlayedGame> games)
    {
        var bests = games.Select(game => (Game: game, Value: ValueOf(kind, game))).Where(best => best.Value > 0).ToList();
        if (bests.Count == 0)
        {
            return null;
        }

        var (game, value) = kind == BestKind.ShortestWin ? bests.MinBy(best => best.Value) : bests.MaxBy(best => best.Value);
        return new PersonalBest(kind, value!.Value, game);
    }

    private static double? ValueOf(BestKind kind, PlayedGame game) => kind switch
    {
        BestKind.Kills => game.Kills,
        BestKind.Assists => game.Assists,
        BestKind.Kda => (game.Kills + game.Assists) / (double)Math.Max(1, game.Deaths),
        BestKind.Damage => game.Damage,
        BestKind.DamagePerMinute => PerMinute(game.Damage, game),
        BestKind.Cs => game.Cs,
        BestKind.CsPerMinute => PerMinute(game.Cs, game),
        BestKind.Vision => game.VisionScore,
        BestKind.Longest => game.Duration.TotalSeconds,
        BestKind.ShortestWin => game.IsWon ? game.Duration.TotalSeconds : null,
        _ => null,
    };

    private static double? PerMinute(int amount, PlayedGame game) => game.Played < LeastForPace ? null : amount / game.Played.TotalMinutes;
}
