using System.Security.Claims;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Web.Security;

namespace MnM.Web.Live;

/// <summary>What whoever looks may see of watched games: the owner all, a viewer nothing of a custom game and nothing of this machine.</summary>
internal sealed class SharedGames(CustomGames customs)
{
    /// <summary>Why somebody does not see a game that runs.</summary>
    public const string WhyNot = "Custom games, and games of which the League client has not told MnM what they are, are shown to others only where the owner wants that.";

    private const string NotStored = "Polls are not stored at the moment.";

    /// <summary>What is on, as <paramref name="visitor"/> may see it.</summary>
    public LiveState Of(LiveState state, ClaimsPrincipal visitor) =>
        visitor.IsOwner() ? state : WithoutMachine(customs.AreShownTo(visitor) ? state : WithoutCustomGame(state));

    /// <summary>Whether custom games are left out of what <paramref name="visitor"/> sees.</summary>
    public bool OnlyMatched(ClaimsPrincipal visitor) => !customs.AreShownTo(visitor);

    /// <summary>Whether <paramref name="visitor"/> may see the game with this id; for whom may not, it is as good as not there.</summary>
    public async ValueTask<bool> IsShownAsync(long id, ClaimsPrincipal visitor, GameQueries games, CancellationToken cancellationToken) =>
        customs.AreShownTo(visitor) || await games.IsMatchedAsync(id, cancellationToken);

    /// <summary>Faults, places and settings are for the one who can mend them.</summary>
    private static LiveState WithoutMachine(LiveState state) => state with
    {
        Fault = null,
        LastGame = null,
        Trust = state.Trust == LiveTrust.RootMissing ? LiveTrust.RootMissing : LiveTrust.RiotRoot,
        Client = state.Client with { Fault = null, Place = null },
        Game = state.Game is { Recording: { Fault: not null } recording } game ? game with { Recording = recording with { Fault = NotStored } } : state.Game,
    };

    private static LiveState WithoutCustomGame(LiveState state)
    {
        var client = WithoutCustomGame(state.Client);
        var isOn = state.Phase.Phase == GamePhase.InGame && IsCustom(state.Client.Game);
        return state.Game is null or { IsMatched: true } && !isOn ? state with { Client = client } : state with
        {
            Game = null,
            Connection = isOn || state.RunningGame is not null ? LiveConnection.NotShared : LiveConnection.Waiting,
            Client = client with { EndOfGame = null },
        };
    }

    private static ClientView WithoutCustomGame(ClientView client) => client with
    {
        Game = IsCustom(client.Game) ? null : client.Game,
        EndOfGame = client.EndOfGame is { } told && (told.GameId == client.Game?.Id ? IsCustom(client.Game) : IsCustom(told)) ? null : client.EndOfGame,
        Lobby = client.Lobby is { IsCustom: true } or { QueueId: 0 } ? null : client.Lobby,
        ChampSelect = client.ChampSelect is { IsCustom: true } or { QueueId: 0 } ? null : client.ChampSelect,
    };

    private static bool IsCustom(ClientGame? game) => game is { IsCustom: true } or { QueueId: 0 };

    /// <summary>The figures after a game name no queue where it had none.</summary>
    private static bool IsCustom(EndOfGameView told) => told is { QueueType: "" or "NONE" } or { GameMode: "PRACTICETOOL" };
}
