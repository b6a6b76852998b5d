using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Writes one participant of a match from what the player did.</summary>
internal static class ParticipantJson
{
    private static readonly string[] Positions = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];
    private static readonly string[] Pings =
    [
        "allInPings", "assistMePings", "basicPings", "commandPings", "dangerPings", "enemyMissingPings", "enemyVisionPings", "getBackPings",
        "holdPings", "needVisionPings", "onMyWayPings", "pushPings", "retreatPings", "visionClearedPings",
    ];

    public static JsonObject Of(Player player, Playthrough game)
    {
        var json = new JsonObject { ["participantId"] = player.Id };
        Identity(json, player, game);
        Score(json, player, game);
        Damage(json, player);
        Structures(json, player, game);
        Sight(json, player);
        for (var i = 0; i < Pings.Length; i++)
            json[Pings[i]] = (player.Id * 7 + player.Kills * 3 + player.Assists + i * 5) % 11;
        // Scores of other modes; here they are always nought.
        for (var i = 0; i < 12; i++)
            json[$"PlayerScore{i}"] = 0;
        json["missions"] = new JsonObject([.. Enumerable.Range(0, 12).Select(i => KeyValuePair.Create($"playerScore{i}", (JsonNode?)0))]);
        foreach (var name in (string[])["placement", "playerSubteamId", "subteamPlacement", .. Enumerable.Range(1, 6).Select(i => $"playerAugment{i}")])
            json[name] = 0;
        json["perks"] = Perks(player.Loadout);
        json["challenges"] = ChallengeJson.Of(player, game);
        return json;
    }

    private static void Identity(JsonObject json, Player player, Playthrough game)
    {
        json["puuid"] = player.Member.Puuid;
        json["riotIdGameName"] = player.Member.GameName;
        json["riotIdTagline"] = player.Member.TagLine;
        json["summonerName"] = "";
        json["summonerLevel"] = player.Member.SummonerLevel;
        json["profileIcon"] = player.Member.ProfileIcon;
        json["championId"] = player.Champion.Id;
        // The match service has its own spelling of this one name.
        json["championName"] = player.Champion.Alias == "Fiddlesticks" ? "FiddleSticks" : player.Champion.Alias;
        json["championTransform"] = 0;
        json["championSkinId"] = player.Champion.Id * 1000;
        json["teamId"] = player.Team;
        json["teamPosition"] = Positions[(int)player.Role];
        json["individualPosition"] = Positions[(int)player.Role];
        json["lane"] = player.Role == Role.Utility ? "BOTTOM" : Positions[(int)player.Role];
        json["role"] = player.Role switch { Role.Jungle => "NONE", Role.Bottom => "CARRY", Role.Utility => "SUPPORT", _ => "SOLO" };
        json["win"] = player.Team == game.Winner;
        json["summoner1Id"] = player.Loadout.Spell1;
        json["summoner2Id"] = player.Loadout.Spell2;
        json["gameEndedInEarlySurrender"] = false;
        json["gameEndedInSurrender"] = false;
        json["teamEarlySurrendered"] = false;
        json["eligibleForProgression"] = true;
    }

    private static void Score(JsonObject json, Player player, Playthrough game)
    {
        json["kills"] = player.Kills;
        json["deaths"] = player.Deaths;
        json["assists"] = player.Assists;
        json["champLevel"] = player.Level;
        json["champExperience"] = (int)player.Xp;
        json["goldEarned"] = (int)player.Gold;
        json["goldSpent"] = player.Spent;
        json["totalMinionsKilled"] = player.Minions;
        json["neutralMinionsKilled"] = player.Monsters;
        json["totalAllyJungleMinionsKilled"] = player.Monsters - player.EnemyMonsters;
        json["totalEnemyJungleMinionsKilled"] = player.EnemyMonsters;
        for (var slot = 0; slot < 7; slot++)
            json[$"item{slot}"] = player.Items[slot];
        json["roleBoundItem"] = 0;
        json["itemsPurchased"] = player.Bought;
        json["consumablesPurchased"] = player.ConsumablesBought;
        string[] multis = ["doubleKills", "tripleKills", "quadraKills", "pentaKills"];
        for (var i = 0; i < multis.Length; i++)
            json[multis[i]] = player.Multis[i + 2];
        json["unrealKills"] = 0;
        json["largestMultiKill"] = Math.Max(player.Kills > 0 ? 1 : 0, Array.FindLastIndex(player.Multis, count => count > 0));
        json["killingSprees"] = player.Sprees;
        json["largestKillingSpree"] = player.LargestStreak;
        json["firstBloodKill"] = player.FirstBlood;
        json["firstBloodAssist"] = player.FirstBloodAssist;
        json["timePlayed"] = game.Duration / 1000;
        json["totalTimeSpentDead"] = player.TimeDead / 1000;
        json["longestTimeSpentLiving"] = player.Deaths == 0
            ? 0 : Math.Max(player.LongestLife, player.IsAlive(game.Duration) ? game.Duration - player.AliveSince : 0) / 1000;
        for (var i = 0; i < 4; i++)
            json[$"spell{i + 1}Casts"] = player.Casts[i];
        json["summoner1Casts"] = player.SpellCasts[0];
        json["summoner2Casts"] = player.SpellCasts[1];
    }

    private static void Damage(JsonObject json, Player player)
    {
        Tally(json, "DamageDealt", player.Dealt);
        Tally(json, "DamageDealtToChampions", player.ToChampions);
        Tally(json, "DamageTaken", player.Taken);
        json["totalDamageDealt"] = player.Dealt.Total;
        json["totalDamageDealtToChampions"] = player.ToChampions.Total;
        json["totalDamageTaken"] = player.Taken.Total;
        json["damageSelfMitigated"] = (int)(player.Taken.Total * (player.Archetype is Archetype.Tank or Archetype.Guardian ? 1.4 : 0.7));
        json["damageDealtToBuildings"] = player.ToBuildings;
        json["damageDealtToTurrets"] = player.ToBuildings;
        json["damageDealtToEpicMonsters"] = player.ToEpics;
        json["damageDealtToObjectives"] = player.ToBuildings + player.ToEpics;
        json["totalHeal"] = (int)(player.Healed + player.HealedOthers);
        json["totalHealsOnTeammates"] = (int)player.HealedOthers;
        json["totalDamageShieldedOnTeammates"] = (int)player.Shielded;
        json["totalUnitsHealed"] = player.HealedOthers > 0 ? 5 : 1;
        json["timeCCingOthers"] = (int)(player.Assists * 1.5 + player.Kills);
        json["totalTimeCCDealt"] = player.Assists * 11 + player.Minions;
        json["largestCriticalStrike"] = player.Archetype == Archetype.Marksman ? 180 + player.Level * 40 : 0;
    }

    private static void Tally(JsonObject json, string name, DamageTally tally)
    {
        json[$"physical{name}"] = tally.Physical;
        json[$"magic{name}"] = tally.Magic;
        json[$"true{name}"] = tally.True;
    }

    private static void Structures(JsonObject json, Player player, Playthrough game)
    {
        var enemy = game.Teams[RiftMap.Other(player.Team)];
        var won = player.Team == game.Winner;
        json["turretKills"] = player.TurretKills;
        json["turretTakedowns"] = player.TurretTakedowns;
        json["turretsLost"] = enemy.Towers;
        json["inhibitorKills"] = player.InhibitorKills;
        json["inhibitorTakedowns"] = player.InhibitorTakedowns;
        json["inhibitorsLost"] = enemy.Inhibitors;
        json["nexusKills"] = won && player.Role == Role.Bottom ? 1 : 0;
        json["nexusTakedowns"] = won ? 1 : 0;
        json["nexusLost"] = won ? 0 : 1;
        json["firstTowerKill"] = player.FirstTower;
        json["firstTowerAssist"] = player.FirstTowerAssist;
        json["dragonKills"] = player.DragonKills;
        json["baronKills"] = player.BaronKills;
        json["objectivesStolen"] = 0;
        json["objectivesStolenAssists"] = 0;
    }

    private static void Sight(JsonObject json, Player player)
    {
        json["visionScore"] = (int)player.Vision;
        json["wardsPlaced"] = player.WardsPlaced;
        json["wardsKilled"] = player.WardsKilled;
        json["detectorWardsPlaced"] = player.ControlPlaced;
        json["visionWardsBoughtInGame"] = player.ControlBought;
        json["sightWardsBoughtInGame"] = 0;
    }

    private static JsonObject Perks(Loadout loadout) => new()
    {
        ["statPerks"] = new JsonObject { ["defense"] = loadout.Defense, ["flex"] = loadout.Flex, ["offense"] = loadout.Offense },
        ["styles"] = new JsonArray(
            Style("primaryStyle", loadout.Primary.Id, loadout.PrimaryRunes.Select(rune => rune.Id)),
            Style("subStyle", loadout.Secondary.Id, loadout.SecondaryRunes.Select(rune => rune.Id))),
    };

    private static JsonObject Style(string description, int style, IEnumerable<int> runes) => new()
    {
        ["description"] = description,
        ["selections"] = new JsonArray([.. runes.Select(rune => (JsonNode)new JsonObject { ["perk"] = rune, ["var1"] = 0, ["var2"] = 0, ["var3"] = 0 })]),
        ["style"] = style,
    };
}
