using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Lcu;

/// <summary>Reads what the League client tells of the game and of who is logged in.</summary>
internal static class GameflowReader
{
    /// <summary>
    /// The game of a gameflow session; null where there is none. Outside a game the session may still hold the one before,
    /// so only a session whose own phase is that of a game, or of its end, counts.
    /// </summary>
    public static ClientGame? Game(JsonElement session)
    {
        var data = session.Member("gameData"u8);
        var phase = GameLifecycle.PhaseOf(session.Member("phase"u8).ReadString());
        var id = data.Member("gameId"u8).ReadLong();
        return id > 0 && phase is GamePhase.InGame or GamePhase.PostGame
            ? new ClientGame(id, Math.Max(0, data.Member("queue"u8).Member("id"u8).ReadInt()), data.Member("isCustomGame"u8).ReadBool())
            : null;
    }

    /// <summary>Who is logged in; null where nobody is.</summary>
    public static ClientAccount? Account(JsonElement summoner)
    {
        var name = summoner.Member("gameName"u8).ReadString();
        return (name.Length > 0 ? name : summoner.Member("displayName"u8).ReadString()) is { Length: > 0 } shown
            ? new ClientAccount(
                shown,
                summoner.Member("tagLine"u8).ReadString(),
                summoner.Member("puuid"u8).ReadString(),
                summoner.Member("summonerLevel"u8).ReadInt(),
                summoner.Member("profileIconId"u8).ReadInt())
            : null;
    }
}
