using System.Collections.Immutable;
using System.Security.Claims;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Collector.StaticData;
using MnM.Web.History.Time;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Web.Players;

/// <summary>What the database knows of a player.</summary>
/// <param name="Player">Who.</param>
/// <param name="Games">All stored games, those without a start before all, then the first first; champions as players call them.</param>
/// <param name="Choices">By what they can be looked at.</param>
/// <param name="Solo">The ranks of Ranked Solo as they changed, the oldest first; null from when the player was unranked.</param>
/// <param name="Flex">Those of Ranked Flex.</param>
/// <param name="Catalog">Static data that names and pictures are of.</param>
public sealed record ReadPlayer(
    KnownPlayer Player, ImmutableArray<PlayedGame> Games, PlayedChoices Choices, ImmutableArray<(DateTimeOffset At, PlayerRank? Rank)> Solo,
    ImmutableArray<(DateTimeOffset At, PlayerRank? Rank)> Flex, StaticCatalog Catalog)
{
    /// <summary>Riot's ids of matches that whoever looks is not told to be the player's.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}

/// <summary>Reads players for page and endpoints.</summary>
internal sealed class PlayerReader(PlayerQueries players, PlayedGamesQuery games, StaticDataStore catalogs, CustomGames customs, HiddenPeople people)
{
    /// <summary>Null where the database does not know the player.</summary>
    public async Task<ReadPlayer?> ReadAsync(PlayerPath path, ClaimsPrincipal visitor, CancellationToken cancellationToken) =>
        await players.FindAsync(path, cancellationToken) is { } player ? await ReadAsync(player, visitor, cancellationToken) : null;

    /// <summary>All of a player that is stored, as far as <paramref name="visitor"/> may see it.</summary>
    public async Task<ReadPlayer> ReadAsync(KnownPlayer player, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        var hidden = await people.OfAsync(player.Id, visitor, cancellationToken);
        var (read, catalog) = (await games.ReadAsync(player, customs.AreShownTo(visitor), hidden, cancellationToken), catalogs.Current);
        var named = read with { Games = TimeReader.Named(read.Games, catalog) };
        return new ReadPlayer(
            player, named.Games, PlayedChoices.Of(named), await players.RankHistoryAsync(player.Id, PlayerQueries.Solo, cancellationToken),
            await players.RankHistoryAsync(player.Id, PlayerQueries.Flex, cancellationToken), catalog)
        { Without = hidden.Own };
    }
}
