using System.Security.Claims;
using MnM.Collector.Sharing;

namespace MnM.Web.Security;

/// <summary>Whether the owner shows custom games to viewers.</summary>
internal interface ICustomGameSharing
{
    /// <summary>Asked each time: the owner may change it while pages are open.</summary>
    bool IsShown { get; }
}

/// <summary>As it was decided on the page of sharing; not before.</summary>
internal sealed class DecidedCustomGameSharing(SharingSwitch sharing) : ICustomGameSharing
{
    /// <inheritdoc/>
    public bool IsShown => sharing.Current.ShowsCustomGames;
}

/// <summary>Who sees custom games: the owner, and viewers only where the owner wants that.</summary>
internal sealed class CustomGames(ICustomGameSharing sharing)
{
    /// <summary>Riot's number for them.</summary>
    private const int Queue = 0;

    /// <summary>Whether <paramref name="visitor"/> sees them.</summary>
    public bool AreShownTo(ClaimsPrincipal visitor) => visitor.IsOwner() || sharing.IsShown;

    /// <summary>Whether a match of a queue is as good as not there for <paramref name="visitor"/>.</summary>
    public bool Hide(int queueId, ClaimsPrincipal visitor) => queueId == Queue && !AreShownTo(visitor);
}
