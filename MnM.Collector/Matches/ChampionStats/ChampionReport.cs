using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Collector.Matches.ChampionStats;

/// <summary>How a champion does in the stored games. Remakes, Arena, and games against the computer or nobody knows whom are set aside.</summary>
/// <param name="Filter">What is looked at.</param>
/// <param name="All">All games that fit.</param>
/// <param name="Roles">By role, whatever role the filter names; in the order of the map.</param>
/// <param name="Patches">By patch, whatever patch the filter names; the newest first.</param>
/// <param name="Queues">By queue, whatever queue the filter names; most games first.</param>
/// <param name="Items">Who held what at the end of the games that fit, trinkets left out; most games first.</param>
/// <param name="Keystones">The same of keystone runes.</param>
/// <param name="Latest">The games that fit, the latest first; as many as a page shows.</param>
/// <param name="Counted">All games with a part in it, whatever the filter.</param>
/// <param name="SetAside">Which games have no part in it.</param>
/// <param name="IsCut">Whether more games are stored than were looked at.</param>
public sealed record ChampionReport(
    ChampionFilter Filter, ChampionFigures All, ImmutableArray<ChampionGroup<string>> Roles, ImmutableArray<ChampionGroup<string>> Patches,
    ImmutableArray<ChampionGroup<int>> Queues, ImmutableArray<HeldCount> Items, ImmutableArray<HeldCount> Keystones, ImmutableArray<ChampionGame> Latest,
    int Counted, SetAside SetAside, bool IsCut)
{
    private const int MostLatest = 20;
    private const int TrinketPlace = 6;

    private static readonly ImmutableArray<string> Places = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY", ""];

    /// <param name="games">All that are looked at, the latest first.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="isCut">Whether more are stored.</param>
    public static ChampionReport Of(IReadOnlyCollection<ChampionGame> games, ChampionFilter filter, bool isCut)
    {
        var counted = games.Where(game => game.Counts).ToList();
        var fitting = counted.Where(filter.Fits).ToList();
        return new ChampionReport(
            filter,
            ChampionFigures.Of(fitting),
            [.. Groups(counted, filter with { Role = null }, game => game.Role).OrderBy(group => Places.IndexOf(group.Key) is >= 0 and var place ? place : Places.Length)],
            [.. Groups(counted, filter with { Patch = null }, game => game.Patch).OrderByDescending(group => Order(group.Key))],
            [.. Groups(counted, filter with { Queue = null }, game => game.QueueId).OrderByDescending(group => group.Figures.Share.Games).ThenBy(group => group.Key)],
            Held(fitting, ItemsOf),
            Held(fitting, game => game.Keystone > 0 ? [game.Keystone] : []),
            [.. fitting.Take(MostLatest)],
            counted.Count,
            SetAside.Of(games),
            isCut);
    }

    /// <summary>Ids of what was held at the end of a game, in the order of its places, empty ones left out.</summary>
    public static ImmutableArray<int> ItemsInOrder(ChampionGame game) => [.. PlacesOf(game).Where(id => id > 0)];

    private static IEnumerable<ChampionGroup<T>> Groups<T>(List<ChampionGame> games, ChampionFilter filter, Func<ChampionGame, T> key) =>
        games.Where(filter.Fits).GroupBy(key).Select(group => new ChampionGroup<T>(group.Key, ChampionFigures.Of([.. group])));

    private static ImmutableArray<HeldCount> Held(List<ChampionGame> games, Func<ChampionGame, IEnumerable<int>> held) =>
    [
        .. games.SelectMany(held).GroupBy(id => id).Select(group => new HeldCount(group.Key, group.Count(), games.Count))
            .OrderByDescending(count => count.Games).ThenBy(count => count.Id),
    ];

    /// <summary>Each once, without the trinket in the last place.</summary>
    private static HashSet<int> ItemsOf(ChampionGame game) => [.. PlacesOf(game).Take(TrinketPlace).Where(id => id > 0)];

    private static List<int> PlacesOf(ChampionGame game)
    {
        var items = new List<int>();
        foreach (var part in game.Items.AsSpan().Split(','))
        {
            items.Add(int.TryParse(game.Items.AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);
        }

        return items;
    }

    /// <summary>16.9 comes before 16.10; what is no patch before all.</summary>
    private static Version Order(string patch) => Version.TryParse(patch, out var version) ? version : new Version();
}

/// <summary>Some games of a champion that have something in common.</summary>
public sealed record ChampionGroup<T>(T Key, ChampionFigures Figures);

/// <summary>In how many games something was held.</summary>
/// <param name="Id">Of the item or the rune.</param>
/// <param name="Games">With it at their end.</param>
/// <param name="Of">Of so many.</param>
public readonly record struct HeldCount(int Id, int Games, int Of)
{
    /// <summary>From 0 to 1.</summary>
    public double Share => Games / (double)Of;
}

/// <summary>How many games have no part in the figures, and why.</summary>
/// <param name="CalledOff">Remakes, and what Riot called off.</param>
/// <param name="Arena">Its places are no wins, and Riot forbids rates of its items.</param>
/// <param name="Others">Against the computer, custom, or of a mode without two teams.</param>
public sealed record SetAside(int CalledOff, int Arena, int Others)
{
    internal static SetAside Of(IEnumerable<ChampionGame> games)
    {
        var (calledOff, arena, others) = (0, 0, 0);
        foreach (var game in games.Where(game => !game.Counts))
        {
            _ = game.IsCalledOff ? calledOff++ : game.Mode == Contest.Arena ? arena++ : others++;
        }

        return new SetAside(calledOff, arena, others);
    }
}
