namespace MnM.Simulator.World.Writing;

/// <summary>Each second of the game: income, minions, monsters, blows traded in lane, and where everyone is.</summary>
internal sealed class Farming(Playthrough game)
{
    private const long LanesMeet = 93_000;
    private const long IncomeBegins = 65_000;

    private Random Random => game.Random;

    public void Begin() => game.At(1000, Tick);

    private void Tick()
    {
        foreach (var player in game.Players)
            Step(player);
        game.In(1, Tick);
    }

    private void Step(Player player)
    {
        var xp = 0.0;
        var gold = game.Now >= IncomeBegins ? 2.04 : 0;
        if (player.Role == Role.Utility && game.Now > 120_000)
            gold += 1.25;
        if (player.IsAlive(game.Now) && game.Now - player.LastShopAt > 14_000)
        {
            Move(player);
            if (game.Now >= LanesMeet)
            {
                xp += Ambient(player.Role) * game.Random.Between(0.9, 1.1);
                gold += Farm(player);
                Trade(player);
            }
        }

        if (game.Now is >= 599_000 and < 600_000)
            (player.MinionsAtTen, player.MonstersAtTen) = (player.Minions, player.Monsters);
        game.Reward(player, gold, xp * Pace(player));
    }

    private double Pace(Player player) => player.Form * (0.94 + 0.12 * game.Momentum.Chance(player.Team, game.Now));

    private double Farm(Player player)
    {
        var gold = 0.0;
        var late = game.Now > 14 * 60_000;
        if (Random.Happens(MinionsPerMinute(player.Role, late) / 60 * Pace(player)))
        {
            player.Minions++;
            gold += 18.5 + 0.28 * game.Minute;
            Strike(player, Random.Between(420, 620) + 14 * game.Minute);
        }

        if (Random.Happens(MonstersPerMinute(player.Role, late) / 60 * Pace(player)))
        {
            player.Monsters++;
            if (Random.Happens(0.14))
                player.EnemyMonsters++;
            gold += 22.5 + 0.2 * game.Minute;
            Strike(player, Random.Between(900, 1200) + 20 * game.Minute);
            Suffer(player, Random.Between(60, 130));
        }

        return gold;
    }

    private void Strike(Player player, double amount)
    {
        player.Dealt.Add(DamageSplit.Of(player.Archetype, amount));
        player.Casts[Random.Next(3)]++;
        player.Healed += player.Archetype is Archetype.Enchanter ? 6 : 9;
    }

    private static void Suffer(Player player, double amount) => player.Taken.Add(new DamageSplit((int)(amount * 0.8), (int)(amount * 0.2), 0));

    /// <summary>Opponents of one role hurt each other now and then as long as lanes last.</summary>
    private void Trade(Player player)
    {
        var rate = player.Role == Role.Jungle ? 0.004 : game.Minute < 14 ? 0.045 : 0.02;
        if (!Random.Happens(rate * player.Form))
            return;
        var opponent = game.Players.First(other => other.Team != player.Team && other.Role == player.Role);
        if (!opponent.IsAlive(game.Now))
            return;
        Combat.Hit(player, opponent, (Random.Between(40, 95) + 9 * player.Level) * Combat.Power(player));
        opponent.ControlledMs += Random.Between(0, 300);
        if (Random.Happens(0.3))
            Suffer(player, Random.Between(20, 70));
    }

    private void Move(Player player)
    {
        if (game.Now < LanesMeet)
        {
            var goal = player.Role == Role.Jungle ? RiftMap.Camps(player.Team)[player.Id % 2 * 3] : RiftMap.LaneMiddle(RiftMap.LaneOf(player.Role));
            player.Position = RiftMap.Fountain(player.Team).Towards(goal, Math.Clamp((game.Now - 15_000) / 55_000.0, 0, 0.94)).Near(Random, 120);
            return;
        }

        if (game.Now / 1000 % 12 != player.Id)
            return;
        if (player.Role == Role.Jungle || (game.Minute > 16 && Random.Happens(0.25)))
        {
            player.Position = Random.Pick(RiftMap.Camps(player.Team)).Near(Random, 300);
            return;
        }

        var lane = game.Minute < 14 ? RiftMap.LaneOf(player.Role) : (Lane)Random.Next(3);
        var front = game.Momentum.At(game.Now) * (player.Team == RiftMap.Blue ? 0.35 : -0.35);
        player.Position = RiftMap.LaneMiddle(lane).Towards(RiftMap.Tower(RiftMap.Other(player.Team), lane, 1), front - 0.12).Near(Random, 500);
    }

    private static double Ambient(Role role) => role switch
    {
        Role.Top or Role.Middle => 8.2,
        Role.Jungle => 7.2,
        Role.Bottom => 6.8,
        _ => 5.0,
    };

    private static double MinionsPerMinute(Role role, bool late) => role switch
    {
        Role.Top => 7.3,
        Role.Jungle => late ? 1.7 : 0.6,
        Role.Middle => 7.6,
        Role.Bottom => 7.9,
        _ => 1.0,
    };

    private static double MonstersPerMinute(Role role, bool late) => role switch
    {
        Role.Jungle => 6.1,
        Role.Utility => 0,
        _ => late ? 0.7 : 0.04,
    };
}
