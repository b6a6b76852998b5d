namespace MnM.Simulator.World.Writing;

/// <summary>Items that change by themselves: the support's atlas grows, the jungler's companion is full one day.</summary>
internal static class Quests
{
    public static void Begin(Playthrough game)
    {
        foreach (var player in game.Players)
        {
            if (player.Role == Role.Utility)
            {
                game.At(game.Random.Next(390_000, 500_000), () => Grow(game, player, 3865, 3866));
                game.At(game.Random.Next(640_000, 800_000), () => Grow(game, player, 3866, 3867));
            }

            if (player.Role == Role.Jungle)
                game.At(game.Random.Next(660_000, 900_000), () => Shopper.Destroy(game, player, player.Build.Start[0]));
        }
    }

    private static void Grow(Playthrough game, Player player, int from, int to)
    {
        Shopper.Destroy(game, player, from);
        Shopper.Receive(game, player, to);
    }
}
