using System.Security.Claims;
using MnM.Collector.Live;
using MnM.Collector.Matches.Played;
using MnM.Web.Security;

namespace MnM.Web.Live;

/// <summary>Whom watched games hid, though Riot tells it of their matches: from the owner nobody, from viewers all whom the game did not name.</summary>
internal sealed class HiddenPeople(GameQueries games)
{
    /// <summary>Where in a player's matches <paramref name="visitor"/> is not told who sat there.</summary>
    public async Task<HiddenSeats> OfAsync(long playerId, ClaimsPrincipal visitor, CancellationToken cancellationToken) =>
        visitor.IsOwner() ? HiddenSeats.None : await games.HiddenSeatsAsync(playerId, cancellationToken);
}
