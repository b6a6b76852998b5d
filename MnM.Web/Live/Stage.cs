using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>What the live page and the board show.</summary>
public enum Stage
{
    /// <summary>Nobody has looked yet.</summary>
    Starting,

    /// <summary>No game can be read, because its certificate cannot be checked.</summary>
    NoRoot,

    /// <summary>A mode that MnM neither shows nor records.</summary>
    NotShown,

    /// <summary>A game that whoever looks may not see.</summary>
    NotShared,
    Closed,
    ClientOpen,
    Lobby,
    ChampSelect,
    Loading,

    /// <summary>A running game, also while its connection is lost.</summary>
    Game,

    /// <summary>A game that is over.</summary>
    Result,
}

/// <summary>Chooses what is shown.</summary>
internal static class Stages
{
    /// <summary>The stage of <paramref name="state"/>. A running game comes first; a result stays until the next lobby.</summary>
    public static Stage Of(LiveState state) => state switch
    {
        { Connection: LiveConnection.InGame or LiveConnection.Lost, Game: not null } => Stage.Game,
        { Connection: LiveConnection.NotShown } => Stage.NotShown,
        { Connection: LiveConnection.NotShared } => Stage.NotShared,
        { Phase.Phase: GamePhase.ChampSelect, Client.ChampSelect: not null } => Stage.ChampSelect,
        { Phase.Phase: GamePhase.Lobby } => Stage.Lobby,
        { Trust: LiveTrust.RootMissing } => Stage.NoRoot,
        { Phase.Phase: GamePhase.InGame } => Stage.Loading,
        { Connection: LiveConnection.Ended, Game: not null } => Stage.Result,
        { Phase.Phase: GamePhase.PostGame, Client.EndOfGame: { } told } when !FinalFigures.IsBrawl(told) => Stage.Result,
        { Connection: LiveConnection.Starting, Phase.Phase: GamePhase.Closed } => Stage.Starting,
        { Phase.Phase: GamePhase.Closed } => Stage.Closed,
        _ => Stage.ClientOpen,
    };
}
