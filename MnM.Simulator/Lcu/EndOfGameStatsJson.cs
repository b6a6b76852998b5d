using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>The figures of one participant as the League client names them, from those of the match.</summary>
internal static class EndOfGameStatsJson
{
    /// <summary>The client's name, then the match's; without one it is always 0.</summary>
    private static readonly ImmutableArray<(string Name, string? Told)> Figures =
    [
        ("ASSISTS", "assists"),
        ("BARRACKS_KILLED", "inhibitorKills"),
        ("CHAMPIONS_KILLED", "kills"),
        ("GAME_ENDED_IN_EARLY_SURRENDER", "gameEndedInEarlySurrender"),
        ("GAME_ENDED_IN_SURRENDER", "gameEndedInSurrender"),
        ("GOLD_EARNED", "goldEarned"),
        ("LARGEST_CRITICAL_STRIKE", "largestCriticalStrike"),
        ("LARGEST_KILLING_SPREE", "largestKillingSpree"),
        ("LARGEST_MULTI_KILL", "largestMultiKill"),
        ("LEVEL", "champLevel"),
        ("MAGIC_DAMAGE_DEALT_PLAYER", "magicDamageDealt"),
        ("MAGIC_DAMAGE_DEALT_TO_CHAMPIONS", "magicDamageDealtToChampions"),
        ("MAGIC_DAMAGE_TAKEN", "magicDamageTaken"),
        ("MINIONS_KILLED", "totalMinionsKilled"),
        ("NEUTRAL_MINIONS_KILLED", "neutralMinionsKilled"),
        ("NEUTRAL_MINIONS_KILLED_ENEMY_JUNGLE", "totalEnemyJungleMinionsKilled"),
        ("NEUTRAL_MINIONS_KILLED_YOUR_JUNGLE", "totalAllyJungleMinionsKilled"),
        ("NUM_DEATHS", "deaths"),
        ("PHYSICAL_DAMAGE_DEALT_PLAYER", "physicalDamageDealt"),
        ("PHYSICAL_DAMAGE_DEALT_TO_CHAMPIONS", "physicalDamageDealtToChampions"),
        ("PHYSICAL_DAMAGE_TAKEN", "physicalDamageTaken"),
        ("PLAYER_AUGMENT_1", "playerAugment1"),
        ("PLAYER_AUGMENT_2", "playerAugment2"),
        ("PLAYER_AUGMENT_3", "playerAugment3"),
        ("PLAYER_AUGMENT_4", "playerAugment4"),
        ("PLAYER_AUGMENT_5", "playerAugment5"),
        ("PLAYER_AUGMENT_6", "playerAugment6"),
        ("PLAYER_SUBTEAM", "playerSubteamId"),
        ("PLAYER_SUBTEAM_PLACEMENT", "subteamPlacement"),
        ("SIGHT_WARDS_BOUGHT_IN_GAME", "sightWardsBoughtInGame"),
        ("SPELL1_CAST", "summoner1Casts"),
        ("SPELL2_CAST", "summoner2Casts"),
        ("TEAM_EARLY_SURRENDERED", "teamEarlySurrendered"),
        ("TEAM_OBJECTIVE", null),
        ("TIME_CCING_OTHERS", "timeCCingOthers"),
        ("TOTAL_DAMAGE_DEALT", "totalDamageDealt"),
        ("TOTAL_DAMAGE_DEALT_TO_BUILDINGS", "damageDealtToBuildings"),
        ("TOTAL_DAMAGE_DEALT_TO_CHAMPIONS", "totalDamageDealtToChampions"),
        ("TOTAL_DAMAGE_DEALT_TO_OBJECTIVES", "damageDealtToObjectives"),
        ("TOTAL_DAMAGE_DEALT_TO_TURRETS", "damageDealtToTurrets"),
        ("TOTAL_DAMAGE_SELF_MITIGATED", "damageSelfMitigated"),
        ("TOTAL_DAMAGE_SHIELDED_ON_TEAMMATES", "totalDamageShieldedOnTeammates"),
        ("TOTAL_DAMAGE_TAKEN", "totalDamageTaken"),
        ("TOTAL_HEAL", "totalHeal"),
        ("TOTAL_HEAL_ON_TEAMMATES", "totalHealsOnTeammates"),
        ("TOTAL_TIME_CROWD_CONTROL_DEALT", "totalTimeCCDealt"),
        ("TOTAL_TIME_SPENT_DEAD", "totalTimeSpentDead"),
        ("TRUE_DAMAGE_DEALT_PLAYER", "trueDamageDealt"),
        ("TRUE_DAMAGE_DEALT_TO_CHAMPIONS", "trueDamageDealtToChampions"),
        ("TRUE_DAMAGE_TAKEN", "trueDamageTaken"),
        ("TURRETS_KILLED", "turretKills"),
        ("VISION_SCORE", "visionScore"),
        ("VISION_WARDS_BOUGHT_IN_GAME", "visionWardsBoughtInGame"),
        ("WARD_KILLED", "wardsKilled"),
        ("WARD_PLACED", "wardsPlaced"),
        ("WAS_AFK", null),
    ];

    public static JsonObject Of(JsonObject told)
    {
        var stats = new JsonObject();
        foreach (var (name, source) in Figures)
        {
            stats[name] = source is null ? 0L : told.Flag(source) ? 1L : (long)told.Number(source);
        }

        var styles = told.Child("perks").Children("styles").ToList();
        var runes = styles.SelectMany(style => style.Children("selections")).ToList();
        for (var place = 0; place < 6; place++)
        {
            var rune = place < runes.Count ? runes[place] : null;
            stats[$"PERK{place}"] = (long)rune.Int("perk");
            for (var figure = 1; figure <= 3; figure++)
            {
                stats[$"PERK{place}_VAR{figure}"] = (long)rune.Int($"var{figure}");
            }
        }

        stats["PERK_PRIMARY_STYLE"] = (long)styles.FirstOrDefault().Int("style");
        stats["PERK_SUB_STYLE"] = (long)styles.Skip(1).FirstOrDefault().Int("style");

        // One of the two is there, never both.
        stats[told.Flag("win") ? "WIN" : "LOSE"] = 1L;
        return stats;
    }
}
