using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Wards placed and killed.</summary>
internal sealed class Vision(Playthrough game)
{
    private static readonly string[] Killable = ["YELLOW_TRINKET", "YELLOW_TRINKET", "CONTROL_WARD", "SIGHT_WARD", "UNDEFINED"];

    private Random Random => game.Random;

    public void Begin()
    {
        foreach (var player in game.Players)
        {
            game.At(Random.Next(75_000, 170_000), () => PlaceTrinket(player));
            game.At(Random.Next(120_000, 300_000), () => PlaceControl(player));
            game.At(Random.Next(180_000, 420_000), () => KillWard(player));
        }
    }

    private void PlaceTrinket(Player player)
    {
        if (player.IsAlive(game.Now) && player.Items.Trinket != 3364)
            Place(player, player.Items.Trinket == 3363 ? "BLUE_TRINKET" : "YELLOW_TRINKET", 0.55);
        else if (player.IsAlive(game.Now) && player.Role == Role.Utility)
            Place(player, "SIGHT_WARD", 0.7);
        game.In(Random.Between(55, 150) * (player.Role == Role.Utility ? 0.55 : 1.3), () => PlaceTrinket(player));
    }

    private void PlaceControl(Player player)
    {
        if (player.IsAlive(game.Now) && player.Items.Count(2055) > 0)
        {
            Shopper.Destroy(game, player, 2055);
            Place(player, "CONTROL_WARD", 1.3);
            player.ControlPlaced++;
        }

        game.In(Random.Between(40, 110), () => PlaceControl(player));
    }

    private void Place(Player player, string kind, double worth)
    {
        player.WardsPlaced++;
        player.Vision += worth * Random.Between(1.1, 1.9) * (player.Role == Role.Utility ? 1.25 : 1);
        game.Tell("WARD_PLACED", new JsonObject { ["creatorId"] = player.Id, ["wardType"] = kind });
    }

    private void KillWard(Player player)
    {
        var mean = player.Role switch { Role.Utility => 130, Role.Jungle => 170, _ => 420 } * (game.Minute < 14 ? 1.2 : 0.8);
        if (player.IsAlive(game.Now))
        {
            player.WardsKilled++;
            player.Vision += Random.Between(0.8, 1.5);
            game.Reward(player, 30, 0);
            game.Tell("WARD_KILL", new JsonObject { ["killerId"] = player.Id, ["wardType"] = Random.Pick(Killable) });
        }

        game.In(10 + Random.Wait(mean), () => KillWard(player));
    }
}
