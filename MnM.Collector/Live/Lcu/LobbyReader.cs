using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Lcu;

/// <summary>Reads the League client's lobby.</summary>
internal static class LobbyReader
{
    /// <summary>The lobby; null where the value is none.</summary>
    public static LobbyView? Read(JsonElement lobby)
    {
        var config = lobby.Member("gameConfig"u8);
        if (config.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var you = lobby.Member("localMember"u8).Member("puuid"u8).ReadString();
        return new LobbyView
        {
            QueueId = Math.Max(0, config.Member("queueId"u8).ReadInt()),
            GameMode = config.Member("gameMode"u8).ReadString(),
            IsCustom = config.Member("isCustom"u8).ReadBool(),
            Places = config.Member("maxLobbySize"u8).ReadInt(),
            Members = [.. lobby.Member("members"u8).Items().Select((member, place) => Member(member, place, you))],
        };
    }

    private static LobbyMember Member(JsonElement member, int place, string you)
    {
        var puuid = member.Member("puuid"u8).ReadString();
        var name = ClientNames.Of(member);
        return new LobbyMember(
            name.Length > 0 ? name : $"Member {place + 1}",
            member.Member("isLeader"u8).ReadBool(),
            puuid.Length > 0 && puuid == you,
            Positions(member));
    }

    private static ImmutableArray<string> Positions(JsonElement member) =>
        [.. new[] { member.Member("firstPositionPreference"u8), member.Member("secondPositionPreference"u8) }
            .Select(position => position.ReadString()).Where(position => position.Length > 0 && position != "UNSELECTED")];
}
