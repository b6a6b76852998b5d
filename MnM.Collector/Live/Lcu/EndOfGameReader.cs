using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Lcu;

/// <summary>Reads the block of statistics that the League client has after a game.</summary>
internal static class EndOfGameReader
{
    /// <summary>The block; null where the value is none.</summary>
    public static EndOfGameView? Read(JsonElement block)
    {
        var id = block.Member("gameId"u8).ReadLong();
        if (id <= 0 || block.Member("teams"u8).ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var teams = block.Member("teams"u8).Items().ToList();
        var own = teams.Find(team => team.Member("players"u8).Items().Any(IsYou));
        return new EndOfGameView
        {
            GameId = id,
            GameLength = block.Member("gameLength"u8).ReadInt(),
            GameMode = block.Member("gameMode"u8).ReadString(),
            QueueType = block.Member("queueType"u8).ReadString(),
            Won = own.ValueKind == JsonValueKind.Object ? own.Member("isWinningTeam"u8).ReadBool() : null,
            Teams = [.. teams.Select(Team).OrderBy(team => team.TeamId)],
        };

        // The blocks of 2021 do not mark the player; they name the player's summoner at the top instead.
        bool IsYou(JsonElement player) => player.Member("isLocalPlayer"u8).ReadBool()
            || (block.Member("summonerId"u8).ReadLong() is > 0 and var you && player.Member("summonerId"u8).ReadLong() == you);

        EndOfGameTeam Team(JsonElement team) => new(
            team.Member("teamId"u8).ReadInt(),
            team.Member("isWinningTeam"u8).ReadBool(),
            [.. team.Member("players"u8).Items().Select(player => Player(player, IsYou(player)))]);
    }

    private static EndOfGamePlayer Player(JsonElement player, bool isYou)
    {
        var stats = player.Member("stats"u8);
        return new EndOfGamePlayer
        {
            Name = ClientNames.Of(player),
            ChampionId = player.Member("championId"u8).ReadInt(),
            ChampionName = player.Member("championName"u8).ReadString() is { Length: > 0 } name ? name : player.Member("skinName"u8).ReadString(),
            IsYou = isYou,
            IsBot = player.Member("botPlayer"u8).ReadBool(),
            Level = stats.Member("LEVEL"u8).ReadInt(),
            Kills = stats.Member("CHAMPIONS_KILLED"u8).ReadInt(),
            Deaths = stats.Member("NUM_DEATHS"u8).ReadInt(),
            Assists = stats.Member("ASSISTS"u8).ReadInt(),
            CreepScore = stats.Member("MINIONS_KILLED"u8).ReadInt() + stats.Member("NEUTRAL_MINIONS_KILLED"u8).ReadInt(),
            GoldEarned = stats.Member("GOLD_EARNED"u8).ReadInt(),
            DamageToChampions = stats.Member("TOTAL_DAMAGE_DEALT_TO_CHAMPIONS"u8).ReadInt(),
            VisionScore = stats.Member("VISION_SCORE"u8).ReadInt(),
            Items = [.. player.Member("items"u8).Items().Select(item => item.ReadInt())],
        };
    }
}
