namespace MnM.Simulator.World.Writing;

/// <summary>Plans who meets where, and lets the kills of each fight happen one after another.</summary>
internal sealed class Fights(Playthrough game)
{
    private const int Reserve = 5;
    private int _left;
    private readonly Kills _kills = new(game);

    private Random Random => game.Random;

    public void Begin()
    {
        _left = Math.Clamp((int)(game.Duration / 60_000.0 * Random.Between(0.75, 1.6)), 20, 52);
        game.At(150_000 + (long)(Random.Wait(50) * 1000), Skirmish);
        game.At(game.Duration - Random.Next(52_000, 64_000), Last);
    }

    private void Skirmish()
    {
        var early = game.Minute < 14;
        var lane = Random.PickWeighted([Lane.Top, Lane.Mid, Lane.Bot], l => l == Lane.Bot ? 0.42 : 0.29);
        var place = early
            ? RiftMap.LaneMiddle(lane).Near(Random, 1400) : Random.Pick([RiftMap.LaneMiddle(lane), RiftMap.DragonPit, RiftMap.BaronPit]).Near(Random, 1800);
        var wanted = early ? Random.Pick([1, 1, 1, 2, 2, 3]) : Random.Pick([1, 1, 2, 3, 4, 5]);
        if (_left > Reserve && game.Now < game.Duration - 75_000)
            Fight(place, Guests(lane, early), Math.Min(wanted, _left - Reserve), winner: null);
        var mean = 2.1 * (game.Duration - game.Now) / 1000.0 / Math.Max(1, _left - Reserve + 1);
        game.In(8 + Random.Wait(Math.Clamp(mean, 14, 200)), Skirmish);
    }

    /// <summary>A fight over an objective; answers who came out of it better.</summary>
    public int Over(Place place)
    {
        var winner = Random.Happens(game.Momentum.Chance(RiftMap.Blue, game.Now)) ? RiftMap.Blue : RiftMap.Red;
        if (_left > Reserve && Random.Happens(0.72))
            Fight(place.Near(Random, 700), _ => true, Math.Min(Random.Pick([1, 2, 3, 3, 4, 5, 6]), _left - Reserve), winner);
        return winner;
    }

    private void Last() =>
        Fight(RiftMap.Tower(RiftMap.Other(game.Winner), Lane.Mid, 2).Near(Random, 900), _ => true, Math.Clamp(_left, 4, 6), game.Winner, decisive: true);

    private Func<Player, bool> Guests(Lane lane, bool early)
    {
        if (!early)
            return Random.Happens(0.5) ? _ => true : _ => Random.Happens(0.6);
        var (blueJungle, redJungle) = (Random.Happens(0.45), Random.Happens(0.45));
        return player => player.Role == Role.Jungle
            ? (player.Team == RiftMap.Blue ? blueJungle : redJungle) : RiftMap.LaneOf(player.Role) == lane || Random.Happens(0.08);
    }

    private void Fight(Place place, Func<Player, bool> guest, int kills, int? winner, bool decisive = false)
    {
        Player[] present = [.. game.Players.Where(player => player.IsAlive(game.Now) && guest(player))];
        if (present.Select(player => player.Team).Distinct().Count() < 2)
            return;
        foreach (var player in present)
            player.Position = place.Near(Random, 450);
        Poke(present, kills);
        var at = Random.Between(1, 4);
        for (var i = 0; i < kills; i++)
        {
            game.In(at, () => Kill(present, place, winner, decisive));
            at += Random.Happens(0.65) ? Random.Between(0.6, 4.5) : Random.Between(5, 12);
        }
    }

    private void Poke(Player[] present, int kills)
    {
        foreach (var player in present)
        {
            Player[] enemies = [.. present.Where(other => other.Team != player.Team)];
            for (var i = 0; i < 1 + kills / 2; i++)
            {
                var enemy = Random.Pick(enemies);
                Combat.Hit(player, enemy, (Random.Between(70, 170) + 20 * player.Level) * Combat.Power(player));
                enemy.ControlledMs += Random.Between(100, 900);
            }

            if (player.Archetype == Archetype.Enchanter)
            {
                player.HealedOthers += Random.Between(80, 260) + 14 * player.Level;
                player.Shielded += Random.Between(60, 300) + 16 * player.Level;
            }

            player.Healed += Random.Between(40, 220);
            if (Random.Happens(0.2))
                player.SpellCasts[Random.Next(2)]++;
        }
    }

    private void Kill(Player[] present, Place place, int? winner, bool decisive)
    {
        var chance = winner switch
        {
            null => game.Momentum.Chance(RiftMap.Blue, game.Now),
            RiftMap.Blue => decisive ? 0.88 : 0.74,
            _ => decisive ? 0.12 : 0.26,
        };
        var team = Random.Happens(chance) ? RiftMap.Blue : RiftMap.Red;
        Player[] standing = [.. present.Where(player => player.IsAlive(game.Now))];
        Player[] hunters = [.. standing.Where(player => player.Team == team)];
        Player[] prey = [.. standing.Where(player => player.Team != team)];
        if (hunters.Length == 0 || prey.Length == 0)
            return;
        var killer = Random.PickWeighted(hunters, player => player.KillWeight * (game.Now - player.LastKillAt < 10_000 ? 1.8 : 1));
        var victim = Random.PickWeighted(prey, player => 1 / player.Form * (player.Archetype is Archetype.Tank ? 0.8 : 1));
        Player[] helpers = [.. hunters.Where(player => player != killer && Random.Happens(player.Role == Role.Utility ? 0.85 : 0.6))];
        _kills.Happen(killer, victim, helpers, place.Near(Random, 600));
        _left--;
    }
}
