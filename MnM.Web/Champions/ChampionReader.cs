using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using MnM.Collector.Live;
using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.Players;
using MnM.Collector.StaticData;
using MnM.Collector.Tracking.Friends;
using MnM.Web.Security;

namespace MnM.Web.Champions;

/// <summary>A champion as its page shows it.</summary>
/// <param name="Champion">Which.</param>
/// <param name="Report">All figures.</param>
/// <param name="Friends">Those of the friends who play it, most games first.</param>
/// <param name="Players">Who played the latest games.</param>
/// <param name="Catalog">Static data that names and pictures are of.</param>
public sealed record ChampionScene(
    KnownChampion Champion, ChampionReport Report, ImmutableArray<FriendOfChampion> Friends,
    ImmutableDictionary<(string MatchId, int Number), PlayedBy> Players, StaticCatalog Catalog);

/// <summary>How a friend does with a champion.</summary>
public sealed record FriendOfChampion(NamedPlayer Player, ChampionFigures Figures);

/// <summary>Reads champions for pages and endpoints.</summary>
public sealed class ChampionReader(ChampionQueries champions, FriendsQueries friends, GameQueries games, StaticDataStore catalogs)
{
    /// <summary>All champions by name: those of static data, and those of stored matches that it lacks.</summary>
    public async Task<ImmutableArray<ListedChampion>> ListAsync(CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var stored = (await champions.CountAsync(cancellationToken)).Where(champion => champion.Id > 0).ToDictionary(champion => champion.Id);
        var known = catalog.Champions.Values.Select(champion => new ListedChampion(KnownChampion.Of(champion), stored.Remove(champion.Id, out var games) ? games.Games : 0)).ToList();
        return
        [
            .. known.Concat(stored.Values.Select(champion => new ListedChampion(KnownChampion.Of(champion), champion.Games)))
                .OrderBy(one => one.Champion.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The champion of an alias or a number; null where neither static data nor a stored match has it.</summary>
    public async Task<KnownChampion?> FindAsync(string text, CancellationToken cancellationToken)
    {
        var (catalog, number) = (catalogs.Current, int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null);
        if ((catalog.Champions.GetValueOrDefault(text) ?? (number is { } told ? catalog.ChampionOf(told) : null)) is { } champion)
        {
            return KnownChampion.Of(champion);
        }

        return (await champions.CountAsync(cancellationToken)).FirstOrDefault(stored => stored.Id > 0 && (stored.Id == number || stored.Name.Equals(text, StringComparison.OrdinalIgnoreCase))) is { } played
            ? KnownChampion.Of(played)
            : null;
    }

    /// <summary>How a champion does.</summary>
    public Task<ChampionReport> ReadAsync(KnownChampion champion, ChampionFilter filter, CancellationToken cancellationToken) => champions.ReadAsync(champion.Id, filter, cancellationToken);

    /// <summary>All that the page of a champion shows <paramref name="visitor"/>; null where there is no such champion.</summary>
    public async Task<ChampionScene?> ReadAsync(string text, ChampionFilter filter, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        if (await FindAsync(text, cancellationToken) is not { } champion)
        {
            return null;
        }

        var report = await ReadAsync(champion, filter, cancellationToken);
        var names = await friends.NamesAsync(cancellationToken);
        ImmutableHashSet<(long, string)> hidden = visitor.IsOwner() ? [] : await games.HiddenMatchesAsync([.. names.Keys], cancellationToken);
        var groups = await champions.OfPlayersAsync([.. names.Keys], champion.Id, filter, hidden, cancellationToken);
        return new ChampionScene(
            champion,
            report,
            [.. groups.Select(group => new FriendOfChampion(names[group.Key], group.Figures))],
            await WhoAsync(report.Latest, visitor, cancellationToken),
            catalogs.Current);
    }

    /// <summary>Who played some games; viewers are not told whom a watched game hid.</summary>
    private async Task<ImmutableDictionary<(string MatchId, int Number), PlayedBy>> WhoAsync(ImmutableArray<ChampionGame> latest, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        var who = await champions.WhoAsync(latest, cancellationToken);
        if (visitor.IsOwner())
        {
            return who;
        }

        var named = await games.NamesInAsync([.. latest.Select(game => game.MatchId)], cancellationToken);
        return who.RemoveRange(who.Where(one => named.TryGetValue(one.Key.MatchId, out var names) && !names.Contains(one.Value.GameName)).Select(one => one.Key));
    }
}
