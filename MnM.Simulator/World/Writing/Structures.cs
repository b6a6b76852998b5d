using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Plans the fall of plates, towers, inhibitors and the nexus towers, always in the order in which a lane opens.</summary>
internal sealed class Structures(Playthrough game)
{
    private const long PlatesFall = 14 * 60_000;
    private static readonly string[] Tiers = ["OUTER_TURRET", "INNER_TURRET", "BASE_TURRET"];

    private readonly Dictionary<(int Team, Lane Lane), int> _plates = [];

    private Random Random => game.Random;

    public void Begin()
    {
        var loser = RiftMap.Other(game.Winner);
        var finish = (Lane)Random.Next(3);
        foreach (var lane in Enum.GetValues<Lane>())
        {
            Plates(RiftMap.Blue, lane);
            Plates(RiftMap.Red, lane);
            if (lane == finish)
                PlanFinish(loser, lane);
            else
                PlanLane(loser, lane, [0.97, 0.8, 0.45, 0.6], game.Duration - 70_000);
            PlanLane(game.Winner, lane, [0.68, 0.42, 0.16, 0.3], game.Duration - 200_000);
        }

        game.At(game.Duration - Random.Next(19_000, 26_000), () => NexusTower(loser, 0));
        game.At(game.Duration - Random.Next(8_000, 15_000), () => NexusTower(loser, 1));
    }

    /// <summary>The lane through which the game is won falls to the end.</summary>
    private void PlanFinish(int team, Lane lane)
    {
        var outer = Random.Between(0.4, 0.58);
        var inner = Random.Between(0.62, 0.8);
        Falls((long)(game.Duration * outer), team, lane, 0);
        Falls((long)(game.Duration * inner), team, lane, 1);
        var siege = game.Duration - Random.Next(100_000, 190_000);
        Falls(siege, team, lane, 2);
        game.At(siege + Random.Next(8_000, 25_000), () => Inhibitor(team, lane));
    }

    private void PlanLane(int team, Lane lane, double[] odds, long until)
    {
        var at = Random.Between(11, 17) * 60_000;
        for (var tier = 0; tier < 3; tier++)
        {
            if (at >= until || !Random.Happens(odds[tier]))
                return;
            Falls((long)at, team, lane, tier);
            if (tier < 2)
                at += Random.Between(150, 560) * 1000;
        }

        if (Random.Happens(odds[3]))
            game.At((long)at + Random.Next(10_000, 40_000), () => Inhibitor(team, lane));
    }

    private void Plates(int team, Lane lane)
    {
        _plates[(team, lane)] = 0;
        var count = Random.Pick([0, 0, 1, 1, 1, 2, 2, 3]);
        for (var i = 0; i < count; i++)
            game.At(Random.Next(330_000, 835_000), () => Plate(team, lane));
    }

    private void Falls(long at, int team, Lane lane, int tier)
    {
        // While plates stand, a tower cannot fall before its five plates have.
        if (tier == 0 && at < PlatesFall)
            for (var i = 5; i > 0; i--)
                game.At(at - 6_000 * i, () => Plate(team, lane));
        game.At(at, () => Tower(team, lane, tier));
    }

    private void Plate(int team, Lane lane)
    {
        if (_plates[(team, lane)] >= 5 || game.Now >= PlatesFall)
            return;
        _plates[(team, lane)]++;
        var takers = Takers(team, lane, at: RiftMap.Tower(team, lane, 0));
        game.Tell("TURRET_PLATE_DESTROYED", new JsonObject
        {
            ["killerId"] = takers.Length > 0 ? takers[0].Id : 0,
            ["laneType"] = RiftMap.Name(lane),
            ["position"] = Json.Point(RiftMap.Tower(team, lane, 0)),
            ["teamId"] = team,
        });
        foreach (var player in takers)
        {
            player.Plates++;
            Damage(player, 900.0 / takers.Length);
            game.Reward(player, 125.0 / takers.Length, 0);
        }
    }

    private void Tower(int team, Lane lane, int tier)
    {
        var place = RiftMap.Tower(team, lane, tier);
        var takers = Fall(team, lane, place, "TOWER_BUILDING", Tiers[tier]);
        TowerTaken(team, takers, 50 + 25 * tier);
    }

    private void NexusTower(int team, int which)
    {
        var takers = Fall(team, Lane.Mid, RiftMap.NexusTower(team, which), "TOWER_BUILDING", "NEXUS_TURRET");
        TowerTaken(team, takers, 50);
    }

    private void TowerTaken(int team, Player[] takers, double gold)
    {
        var taker = RiftMap.Other(team);
        var first = game.Teams.Values.All(t => t.Towers == 0);
        game.Teams[taker].Towers++;
        if (first)
            game.Teams[taker].Firsts.Add("tower");
        foreach (var player in takers)
        {
            player.TurretTakedowns++;
            player.FirstTower |= first && player == takers[0];
            player.FirstTowerAssist |= first && player != takers[0];
            Damage(player, 3200.0 / takers.Length);
            game.Reward(player, 250.0 / takers.Length, 0);
        }

        if (takers.Length > 0)
            takers[0].TurretKills++;
        foreach (var player in game.Side(taker))
            game.Reward(player, gold, 0);
    }

    private void Inhibitor(int team, Lane lane)
    {
        var takers = Fall(team, lane, RiftMap.Inhibitor(team, lane), "INHIBITOR_BUILDING", null);
        var tally = game.Teams[RiftMap.Other(team)];
        if (game.Teams[team].Inhibitors == 0 && tally.Inhibitors == 0)
            tally.Firsts.Add("inhibitor");
        tally.Inhibitors++;
        foreach (var player in takers)
        {
            player.InhibitorTakedowns++;
            Damage(player, 2400.0 / takers.Length);
        }

        if (takers.Length > 0)
            takers[0].InhibitorKills++;
    }

    private Player[] Fall(int team, Lane lane, Place place, string building, string? tower)
    {
        var takers = Takers(team, lane, place);
        var body = new JsonObject
        {
            ["bounty"] = 0,
            ["buildingType"] = building,
            ["killerId"] = takers.Length > 0 ? takers[0].Id : 0,
            ["laneType"] = RiftMap.Name(lane),
            ["position"] = Json.Point(place),
            ["teamId"] = team,
        };
        if (tower is not null)
            body["towerType"] = tower;
        if (takers.Length > 1)
            body["assistingParticipantIds"] = Json.Ids(takers.Skip(1));
        game.Tell("BUILDING_KILL", body);
        return takers;
    }

    /// <summary>Who brings the building down: the lane's own players early, whoever lives later. Empty when only minions are there.</summary>
    private Player[] Takers(int team, Lane lane, Place at)
    {
        Player[] alive = game.Alive(RiftMap.Other(team));
        Player[] near = [.. alive.Where(player =>
            RiftMap.LaneOf(player.Role) == lane && (player.Role != Role.Jungle || game.Minute > 12) || Random.Happens(game.Minute < 14 ? 0.1 : 0.3))];
        Random.Shuffle(near);
        foreach (var player in near)
            player.Position = at.Near(Random, 500);
        return [.. near.Take(4)];
    }

    private void Damage(Player player, double amount)
    {
        var damage = (int)(amount * Random.Between(0.7, 1.2));
        player.ToBuildings += damage;
        player.Dealt.Add(new DamageSplit(damage, 0, 0));
    }
}
