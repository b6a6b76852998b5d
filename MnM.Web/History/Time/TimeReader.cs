using System.Collections.Immutable;
using System.Security.Claims;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Web.History.Time;

/// <summary>A player's time as it is shown.</summary>
/// <param name="Player">Whose.</param>
/// <param name="Report">All figures.</param>
/// <param name="Choices">By what else they can be looked at.</param>
/// <param name="Catalog">Static data that names and pictures are of.</param>
public sealed record PlayerTime(KnownPlayer Player, TimeReport Report, PlayedChoices Choices, StaticCatalog Catalog);

/// <summary>Reads a player's games and makes the report of them, for page and endpoints.</summary>
internal sealed class TimeReader(PlayerQueries players, PlayedGamesQuery games, StaticDataStore catalogs, CustomGames customs, HiddenPeople people)
{
    /// <summary>As far as <paramref name="visitor"/> may see it; null where MnM does not know the player.</summary>
    public async Task<PlayerTime?> ReadAsync(PlayerPath path, TimeQuestion question, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        if (await players.FindAsync(path, cancellationToken) is not { } player)
        {
            return null;
        }

        var hidden = await people.OfAsync(player.Id, visitor, cancellationToken);
        var (read, catalog) = (await games.ReadAsync(player, customs.AreShownTo(visitor), hidden, cancellationToken), catalogs.Current);
        var named = read with { Games = Named(read.Games, catalog) };
        return new PlayerTime(player, TimeReport.Of(named.Games, question.Filter, question.Zone, question.Method), PlayedChoices.Of(named), catalog);
    }

    /// <summary>Champions as players call them: a match says MonkeyKing.</summary>
    internal static ImmutableArray<PlayedGame> Named(ImmutableArray<PlayedGame> games, StaticCatalog catalog)
    {
        var names = catalog.Champions.Values.ToDictionary(champion => champion.Id, champion => champion.Name);
        return [.. games.Select(game => names.TryGetValue(game.Champion.Id, out var name) ? game with { Champion = game.Champion with { Name = name } } : game)];
    }
}
