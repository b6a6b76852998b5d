using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Dragons, void grubs, the Herald, Atakhan and Baron: when they appear, the fight over them, and who takes them.</summary>
internal sealed class Objectives(Playthrough game, Fights fights)
{
    private static readonly (string SubType, string Soul)[] Elements =
    [
        ("FIRE_DRAGON", "Infernal"), ("WATER_DRAGON", "Ocean"), ("AIR_DRAGON", "Cloud"),
        ("EARTH_DRAGON", "Mountain"), ("HEXTECH_DRAGON", "Hextech"), ("CHEMTECH_DRAGON", "Chemtech"),
    ];

    private readonly (string SubType, string Soul)[] _elements = Mixed(game.Random);
    private int _dragonsSlain;

    private Random Random => game.Random;

    public void Begin()
    {
        game.At(Seconds(300 + Random.Between(15, 150)), ContestDragon);
        game.At(Seconds(480 + Random.Between(5, 110)), ContestGrubs);
        game.At(Seconds(900 + Random.Between(10, 130)), () => Contest(RiftMap.BaronPit, TakeHerald));
        game.At(Seconds(1200 + Random.Between(20, 160)), () => Contest(RiftMap.AtakhanPit, TakeAtakhan));
        game.At(Seconds(1500 + Random.Between(15, 200)), ContestBaron);
    }

    /// <summary>The first two kinds differ; from the third dragon on the map keeps one more kind.</summary>
    private static (string SubType, string Soul)[] Mixed(Random random)
    {
        (string, string)[] copy = [.. Elements];
        random.Shuffle(copy);
        return copy[..3];
    }

    private static long Seconds(double seconds) => (long)(seconds * 1000);

    private void Contest(Place pit, Action<int> take)
    {
        if (game.Now > game.Duration - 80_000)
            return;
        var better = fights.Over(pit);
        game.In(Random.Between(14, 26), () =>
        {
            var (blue, red) = (game.Alive(RiftMap.Blue).Length, game.Alive(RiftMap.Red).Length);
            var team = blue >= red + 2 ? RiftMap.Blue : red >= blue + 2 ? RiftMap.Red : better;
            if (game.Alive(team).Length < 2)
                team = RiftMap.Other(team);
            if (game.Alive(team).Length >= 1)
                take(team);
        });
    }

    private void ContestDragon() => Contest(RiftMap.DragonPit, TakeDragon);

    private void ContestBaron() => Contest(RiftMap.BaronPit, TakeBaron);

    private void ContestGrubs()
    {
        var better = fights.Over(RiftMap.BaronPit);
        for (var i = 0; i < 3; i++)
        {
            // The third grub is now and then left to, or stolen by, the other side.
            var team = i == 2 && Random.Happens(0.25) ? RiftMap.Other(better) : better;
            game.In(15 + 8 * i + Random.Between(0, 4), () => TakeGrub(team));
        }
    }

    private void TakeGrub(int team)
    {
        if (Slay(team, "HORDE", null, RiftMap.BaronPit, 30, 60) is not { } killer)
            return;
        game.Teams[team].Grubs++;
        First(team, "horde");
        killer.GrubKills++;
    }

    private void TakeHerald(int team)
    {
        if (Slay(team, "RIFTHERALD", null, RiftMap.BaronPit, 100, 220) is null)
            return;
        game.Teams[team].Heralds++;
        First(team, "riftHerald");
    }

    private void TakeAtakhan(int team)
    {
        if (Slay(team, "ATAKHAN", null, RiftMap.AtakhanPit, 250, 400) is null)
            return;
        game.Teams[team].Atakhans++;
        First(team, "atakhan");
    }

    private void TakeBaron(int team)
    {
        if (Slay(team, "BARON_NASHOR", null, RiftMap.BaronPit, 300, 600) is not { } killer)
            return;
        game.Teams[team].Barons++;
        First(team, "baron");
        killer.BaronKills++;
        game.In(360 + Random.Between(10, 120), ContestBaron);
    }

    private void TakeDragon(int team)
    {
        var tally = game.Teams[team];
        var elder = game.Teams.Values.Any(t => t.Dragons - t.Elders >= 4);
        var (subType, soul) = _elements[Math.Min(_dragonsSlain, 2)];
        if (Slay(team, "DRAGON", elder ? "ELDER_DRAGON" : subType, RiftMap.DragonPit, elder ? 250 : 60, elder ? 500 : 180) is not { } killer)
        {
            game.In(20, ContestDragon);
            return;
        }

        _dragonsSlain++;
        tally.Dragons++;
        First(team, "dragon");
        killer.DragonKills++;
        if (elder)
            tally.Elders++;
        else if (tally.Dragons == 4)
            game.Tell("DRAGON_SOUL_GIVEN", new JsonObject { ["name"] = soul, ["teamId"] = team });
        game.In((elder || tally.Dragons == 4 ? 360 : 300) + Random.Between(8, 120), ContestDragon);
    }

    private Player? Slay(int team, string type, string? subType, Place pit, double gold, double xp)
    {
        Player[] here = [.. game.Alive(team).Where(player => player.Role == Role.Jungle || Random.Happens(0.65))];
        if (here.Length == 0)
            return null;
        var killer = here.FirstOrDefault(player => player.Role == Role.Jungle && Random.Happens(0.85)) ?? Random.Pick(here);
        Player[] helpers = [.. here.Where(player => player != killer)];
        var body = new JsonObject
        {
            ["bounty"] = 0,
            ["killerId"] = killer.Id,
            ["killerTeamId"] = team,
            ["monsterType"] = type,
            ["position"] = Json.Point(pit.Near(Random, 200)),
        };
        if (subType is not null)
            body["monsterSubType"] = subType;
        if (helpers.Length > 0)
            body["assistingParticipantIds"] = Json.Ids(helpers);
        game.Tell("ELITE_MONSTER_KILL", body);
        foreach (var player in here)
            Book(player, type, pit);
        foreach (var player in game.Side(team))
            game.Reward(player, gold * (player == killer ? 1.5 : 0.6), xp * 0.6);
        return killer;
    }

    private void Book(Player player, string type, Place pit)
    {
        var damage = (int)(Random.Between(1500, 3600) * (type == "HORDE" ? 0.25 : 1) * Combat.Power(player));
        player.Position = pit.Near(Random, 500);
        player.ToEpics += damage;
        player.Dealt.Add(DamageSplit.Of(player.Archetype, damage));
        if (player.Role == Role.Jungle)
            player.SpellCasts[player.Loadout.Spell1 == 11 ? 0 : 1]++;
        if (type == "DRAGON")
            player.DragonTakedowns++;
        else if (type == "BARON_NASHOR")
            player.BaronTakedowns++;
        else if (type == "RIFTHERALD")
            player.HeraldTakedowns++;
    }

    private void First(int team, string what)
    {
        if (game.Teams.Values.All(tally => !tally.Firsts.Contains(what)))
            game.Teams[team].Firsts.Add(what);
    }
}
