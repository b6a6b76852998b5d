using System.Security.Claims;
using MnM.Collector.Scouting;
using MnM.Web.Security;

namespace MnM.Web.Scouting;

/// <summary>What whoever looks sees of scouting: the owner all, a viewer the heads, and of a custom game nothing.</summary>
internal sealed class SharedScouting(CustomGames customs)
{
    /// <summary>The cards as <paramref name="visitor"/> may see them.</summary>
    public ScoutingState Of(ScoutingState state, ClaimsPrincipal visitor) => visitor.IsOwner() ? state
        : state.QueueId is not (null or 0) || customs.AreShownTo(visitor) ? state.Heads()
        : ScoutingState.None;
}
