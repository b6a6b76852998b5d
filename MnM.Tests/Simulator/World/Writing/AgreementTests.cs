using MnM.Simulator.StaticData;

namespace MnM.Tests.Simulator.World.Writing;

/// <summary>The timeline and the match are told of one play-through, so they agree to the last figure.</summary>
[Collection(SharedGames.Name)]
public sealed class AgreementTests(WrittenGames written)
{
    [Fact]
    public void Kills_deaths_and_assists_are_those_of_the_events() => written.Each(game =>
    {
        var kills = game.Events("CHAMPION_KILL").ToList();
        foreach (var player in game.Participants)
        {
            var id = player.Number("participantId");
            Assert.Equal(kills.Count(kill => kill.Number("killerId") == id), player.Number("kills"));
            Assert.Equal(kills.Count(kill => kill.Number("victimId") == id), player.Number("deaths"));
            Assert.Equal(kills.Count(kill => kill.Helpers().Contains(id)), player.Number("assists"));
            Assert.Equal(
                game.Events("CHAMPION_SPECIAL_KILL").Count(kill => kill.Number("killerId") == id && kill.Number("multiKillLength") == 2),
                player.Number("doubleKills"));
        }
    });

    [Fact]
    public void Nobody_kills_or_dies_while_dead_and_killers_are_enemies() => written.Each(game =>
    {
        var died = new Dictionary<int, long>();
        foreach (var kill in game.Events("CHAMPION_KILL"))
        {
            var at = kill.Long("timestamp");
            Assert.NotEqual(kill.Number("killerId") <= 5, kill.Number("victimId") <= 5);
            foreach (var id in kill.Helpers().Append(kill.Number("killerId")).Append(kill.Number("victimId")))
                Assert.True(!died.TryGetValue(id, out var since) || at - since >= 10_000);
            died[kill.Number("victimId")] = at;
        }
    });

    [Fact]
    public void Final_items_can_be_reached_from_the_events() => written.Each(game =>
    {
        var held = Enumerable.Range(1, 10).ToDictionary(id => id, _ => new List<int>());
        foreach (var told in game.EventsInOrder("ITEM_PURCHASED", "ITEM_DESTROYED", "ITEM_SOLD", "ITEM_UNDO"))
        {
            var bag = held[told.Number("participantId")];
            if (told.Text("type") == "ITEM_PURCHASED")
                bag.Add(told.Number("itemId"));
            else
                Assert.True(bag.Remove(told.Text("type") == "ITEM_UNDO" ? told.Number("beforeId") : told.Number("itemId")), told.ToJsonString());
        }

        foreach (var player in game.Participants)
        {
            var bag = held[player.Number("participantId")].Where(id => !StaticCatalog.FindItem(id)!.Consumable);
            var final = Enumerable.Range(0, 7).Select(slot => player.Number($"item{slot}")).Where(id => id != 0 && !StaticCatalog.FindItem(id)!.Consumable);
            Assert.Equal(bag.Order(), final.Order());
            Assert.True(StaticCatalog.FindItem(player.Number("item6"))!.Trinket);
        }
    });

    [Fact]
    public void Objectives_are_those_of_the_teams() => written.Each(game =>
    {
        foreach (var team in game.Teams)
        {
            var id = team.Number("teamId");
            int Slain(string type) => game.Events("ELITE_MONSTER_KILL").Count(kill => kill.Text("monsterType") == type && kill.Number("killerTeamId") == id);
            int Fallen(string type) => game.Events("BUILDING_KILL").Count(kill => kill.Text("buildingType") == type && kill.Number("teamId") != id);
            int Told(string name) => team["objectives"]![name]!.Number("kills");
            Assert.Equal(
                (Slain("DRAGON"), Slain("BARON_NASHOR"), Slain("HORDE"), Slain("RIFTHERALD"), Slain("ATAKHAN"),
                Fallen("TOWER_BUILDING"), Fallen("INHIBITOR_BUILDING")),
                (Told("dragon"), Told("baron"), Told("horde"), Told("riftHerald"), Told("atakhan"), Told("tower"), Told("inhibitor")));
            Assert.Equal(game.Participants.Where(player => player.Number("teamId") == id).Sum(player => player.Number("kills")), Told("champion"));
        }
    });

    [Fact]
    public void Towers_fall_in_the_order_of_their_lane_and_the_nexus_last() => written.Each(game =>
    {
        string[] order = ["OUTER_TURRET", "INNER_TURRET", "BASE_TURRET", ""];
        var fallen = game.Events("BUILDING_KILL").ToList();
        foreach (var lane in fallen.Where(kill => kill.Text("towerType") != "NEXUS_TURRET").GroupBy(kill => (kill.Number("teamId"), kill.Text("laneType"))))
            Assert.Equal(order[..lane.Count()], lane.Select(kill => kill.Text("towerType")));
        var loser = game.Teams.Single(team => !team.Flag("win")).Number("teamId");
        Assert.Equal(2, fallen.Count(kill => kill.Text("towerType") == "NEXUS_TURRET" && kill.Number("teamId") == loser));
        Assert.Contains(fallen, kill => kill.Text("buildingType") == "INHIBITOR_BUILDING" && kill.Number("teamId") == loser);
    });

    [Fact]
    public void The_last_frame_is_the_match() => written.Each(game =>
    {
        foreach (var player in game.Participants)
        {
            var frame = game.Frames[^1]["participantFrames"]![$"{player.Number("participantId")}"]!;
            var damage = frame["damageStats"]!;
            Assert.Equal(
                (frame.Number("totalGold"), frame.Number("xp"), frame.Number("level"), frame.Number("minionsKilled"), frame.Number("jungleMinionsKilled")),
                (player.Number("goldEarned"), player.Number("champExperience"), player.Number("champLevel"),
                player.Number("totalMinionsKilled"), player.Number("neutralMinionsKilled")));
            Assert.Equal(
                (damage.Number("totalDamageDoneToChampions"), damage.Number("totalDamageTaken"), damage.Number("totalDamageDone")),
                (player.Number("totalDamageDealtToChampions"), player.Number("totalDamageTaken"), player.Number("totalDamageDealt")));
            Assert.Equal(frame.Number("currentGold"), player.Number("goldEarned") - player.Number("goldSpent"));
        }
    });

    [Fact]
    public void Wards_placed_are_those_of_the_events() => written.Each(game => Assert.All(game.Participants, player =>
        Assert.Equal(game.Events("WARD_PLACED").Count(ward => ward.Number("creatorId") == player.Number("participantId")), player.Number("wardsPlaced"))));

    [Fact]
    public void Identities_agree() => written.Each(game =>
    {
        Assert.Equal(game.Game.Match["metadata"]!.ToJsonString(), game.Game.Timeline["metadata"]!.ToJsonString());
        Assert.Equal(
            game.Participants.Select(player => player.Text("puuid")),
            game.Game.Match["metadata"]!["participants"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.Equal($"EUW1_{game.Info.Long("gameId")}", game.Game.Match["metadata"]!.Text("matchId"));
    });
}
