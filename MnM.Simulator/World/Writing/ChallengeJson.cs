using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Writes the challenges that can be told from the play-through; the real object has a hundred more.</summary>
internal static class ChallengeJson
{
    public static JsonObject Of(Player player, Playthrough game)
    {
        var minutes = game.Duration / 60_000.0;
        var team = game.Side(player.Team).ToArray();
        var tally = game.Teams[player.Team];
        var takedowns = player.Kills + player.Assists;
        var opponent = game.Players.First(other => other.Team != player.Team && other.Role == player.Role);
        return new JsonObject
        {
            ["abilityUses"] = player.Casts.Sum(),
            ["bountyGold"] = player.BountyGold,
            ["baronTakedowns"] = player.BaronTakedowns,
            ["controlWardsPlaced"] = player.ControlPlaced,
            ["damagePerMinute"] = player.ToChampions.Total / minutes,
            ["damageTakenOnTeamPercentage"] = Share(player.Taken.Total, team.Sum(other => other.Taken.Total)),
            ["deathsByEnemyChamps"] = player.Deaths,
            ["dragonTakedowns"] = player.DragonTakedowns,
            ["effectiveHealAndShielding"] = (int)(player.HealedOthers + player.Shielded),
            ["gameLength"] = game.Duration / 1000.0,
            ["goldPerMinute"] = player.Gold / minutes,
            ["jungleCsBefore10Minutes"] = player.MonstersAtTen,
            ["kda"] = takedowns / (double)Math.Max(1, player.Deaths),
            ["killParticipation"] = Share(takedowns, tally.Kills),
            ["laneMinionsFirst10Minutes"] = player.MinionsAtTen,
            ["maxCsAdvantageOnLaneOpponent"] = Math.Max(0, player.Minions + player.Monsters - opponent.Minions - opponent.Monsters),
            ["riftHeraldTakedowns"] = player.HeraldTakedowns,
            ["soloKills"] = player.SoloKills,
            ["stealthWardsPlaced"] = player.WardsPlaced - player.ControlPlaced,
            ["takedowns"] = takedowns,
            ["teamBaronKills"] = tally.Barons,
            ["teamDamagePercentage"] = Share(player.ToChampions.Total, team.Sum(other => other.ToChampions.Total)),
            ["teamElderDragonKills"] = tally.Elders,
            ["turretPlatesTaken"] = player.Plates,
            ["turretTakedowns"] = player.TurretTakedowns,
            ["visionScorePerMinute"] = player.Vision / minutes,
            ["voidMonsterKill"] = player.GrubKills,
            ["wardTakedowns"] = player.WardsKilled,
        };
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
