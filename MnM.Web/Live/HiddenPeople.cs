using System.Collections.Immutable;
using System.Security.Claims;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;
using MnM.Web.Security;

namespace MnM.Web.Live;

/// <summary>Whom watched games hid, though Riot tells it of their matches: from the owner nobody, from viewers all whom the game did not name.</summary>
internal sealed class HiddenPeople(GameQueries games)
{
    /// <summary>The numbers of those of a match whom <paramref name="visitor"/> is not told.</summary>
    public async Task<ImmutableHashSet<int>> OfAsync(ReadMatch match, ClaimsPrincipal visitor, CancellationToken cancellationToken) =>
        visitor.IsOwner() || (await games.NamesInAsync([match.Match.Id], cancellationToken)).GetValueOrDefault(match.Match.Id) is not { } named ? []
        : [.. match.Participants.Where(one => !one.IsBot && !named.Contains(one.GameName)).Select(one => one.Number)];

    /// <summary>Where in a player's matches <paramref name="visitor"/> is not told who sat there.</summary>
    public async Task<HiddenSeats> OfAsync(long playerId, ClaimsPrincipal visitor, CancellationToken cancellationToken) =>
        visitor.IsOwner() ? HiddenSeats.None : await games.HiddenSeatsAsync(playerId, cancellationToken);
}
