using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.StaticData;

namespace MnM.Web.Live.Client;

/// <summary>A lobby as the pages draw it.</summary>
/// <param name="Title">The queue, or the mode.</param>
/// <param name="Members">Who is in it; empty where the client does not tell.</param>
/// <param name="Free">Places that nobody has taken.</param>
/// <param name="Step">What is going on.</param>
/// <param name="SearchesSince">Since when a match is searched, UTC; null while it is not.</param>
/// <param name="IsFound">Whether a match is found and waits to be accepted.</param>
public sealed record LobbyScene(string Title, ImmutableArray<LobbyMember> Members, int Free, string Step, DateTimeOffset? SearchesSince, bool IsFound)
{
    // A custom lobby has up to ten places and some for spectators; free ones beyond five tell nothing.
    private const int MostPlaces = 5;

    /// <summary>The lobby of <paramref name="state"/>.</summary>
    public static LobbyScene Of(LiveState state, StaticCatalog catalog)
    {
        var lobby = state.Client.Lobby;
        // The client need not tell names in a lobby; who is logged in is known all the same.
        var you = state.Client.Account?.RiotId;
        ImmutableArray<LobbyMember> members = [.. (lobby?.Members ?? []).Select(member => member.IsYou && you is not null ? member with { Name = you } : member)];
        var isFound = state.Phase.Raw == "ReadyCheck";
        var searches = state.Phase.Raw == "Matchmaking";
        return new(
            lobby is null ? "Lobby" : GameWords.Queue(lobby.QueueId, lobby.IsCustom, catalog) is { Length: > 0 } queue ? queue : GameWords.Mode(lobby.GameMode),
            members,
            Math.Clamp(Math.Min(lobby?.Places ?? 0, MostPlaces) - members.Length, 0, MostPlaces),
            isFound ? "Match found" : searches ? "Searching for a match" : state.Phase.Raw == "CheckedIntoTournament" ? "In a tournament" : "In the lobby",
            searches ? state.Phase.Since : null,
            isFound);
    }

    /// <summary>Riot's words for wanted roles as those of positions.</summary>
    public static string Position(string wanted) => wanted == "FILL" ? "Any role" : GameWords.Position(wanted);
}
