using System.Text.Json.Nodes;
using MnM.Simulator.StaticData;

namespace MnM.Simulator.World.Writing;

/// <summary>Buys at the fountain, one purchase after another as a player does.</summary>
internal static class Shopper
{
    private static readonly int[] Starters = [1054, 1055, 1056, 1082, 2031, 2003, 2055];

    public static void Begin(Playthrough game)
    {
        foreach (var player in game.Players)
        {
            game.At(game.Random.Next(2_500, 14_000), () => Open(game, player));
            game.At(game.Random.Next(150_000, 240_000), () => Consider(game, player));
        }
    }

    /// <summary>The player is at the fountain and spends what there is to spend.</summary>
    public static void Visit(Playthrough game, Player player)
    {
        player.LastShopAt = game.Now;
        player.Position = RiftMap.Fountain(player.Team).Near(game.Random, 250);
        SwapTrinket(game, player);
        UpgradeSupportItem(game, player);
        game.In(game.Random.Between(0.6, 2.5), () => Step(game, player, purchases: 0));
    }

    public static void Destroy(Playthrough game, Player player, int id)
    {
        player.Items.Remove(id);
        game.Tell("ITEM_DESTROYED", Event(player, id));
    }

    public static void Receive(Playthrough game, Player player, int id)
    {
        player.Items.Add(id);
        game.Tell("ITEM_PURCHASED", Event(player, id));
    }

    private static void Open(Playthrough game, Player player)
    {
        foreach (var id in player.Build.Start)
            if (player.CurrentGold >= StaticCatalog.FindItem(id)!.Total)
                Buy(game, player, Recipe.For(id, []));
        player.Items.Trinket = 3340;
        game.Tell("ITEM_PURCHASED", Event(player, 3340));
        player.LastShopAt = game.Now;
        game.In(game.Random.Between(1, 20), () => Skills.LevelUp(game, player));
    }

    /// <summary>Goes home when the next real step can be paid and nothing better is at hand.</summary>
    private static void Consider(Playthrough game, Player player)
    {
        var patience = game.Minute < 14 ? 1100 : 1500;
        if (player.IsAlive(game.Now) && game.Now - player.LastShopAt > 110_000 && player.CurrentGold >= patience && game.Random.Happens(0.5))
            Visit(game, player);
        game.In(game.Random.Between(9, 16), () => Consider(game, player));
    }

    private static void Step(Playthrough game, Player player, int purchases)
    {
        if (purchases > 9 || !BuyNext(game, player))
            return;
        game.In(game.Random.Between(0.3, 2.2), () => Step(game, player, purchases + 1));
    }

    private static bool BuyNext(Playthrough game, Player player)
    {
        var goal = Array.Find(player.Build.Goals, id => player.Items.Count(id) == 0);
        if (goal != 0)
        {
            var whole = Recipe.For(goal, player.Items.Held);
            if (whole.Price <= player.CurrentGold && (whole.Uses.Count > 0 || player.Items.FreeSlots > 0 || MakeRoom(game, player)))
                return Buy(game, player, whole);
            if (player.Items.FreeSlots == 0 && player.CurrentGold > 900)
                MakeRoom(game, player);
            if (Recipe.StepTowards(goal, player.Items, player.CurrentGold) is { } step)
                return Buy(game, player, step);
        }

        return BuyExtra(game, player, done: goal == 0);
    }

    private static bool BuyExtra(Playthrough game, Player player, bool done)
    {
        var random = game.Random;
        var eyes = player.Role switch { Role.Utility => 0.75, Role.Jungle => 0.45, _ => 0.22 };
        if (player.CurrentGold >= 75 && player.Items.FreeSlots > 0 && player.Items.Count(2055) < (player.Role == Role.Utility ? 2 : 1) && random.Happens(eyes))
            return Buy(game, player, Recipe.For(2055, []));
        if (game.Minute < 13 && player.CurrentGold >= 50 && player.Items.FreeSlots > 1 && player.Items.Count(2003) == 0 && random.Happens(0.35))
            return Buy(game, player, Recipe.For(2003, []));
        if (done && player.CurrentGold >= 500 && player.Items.FreeSlots > 0 && random.Happens(0.5))
        {
            Buy(game, player, Recipe.For(player.Build.Elixir, []));
            game.In(random.Between(1, 20), () => Destroy(game, player, player.Build.Elixir));
        }

        return false;
    }

    private static bool Buy(Playthrough game, Player player, Recipe recipe)
    {
        var id = recipe.Item.Id;
        foreach (var used in recipe.Uses)
            Destroy(game, player, used);
        player.Spent += recipe.Price;
        Receive(game, player, id);
        player.Bought++;
        if (recipe.Item.Consumable)
            player.ConsumablesBought++;
        if (id == 2055)
            player.ControlBought++;
        if (id == 2003)
            game.In(game.Random.Between(45, 160) + 40 * player.Items.Count(2003), () => Drink(game, player));
        // Only a plain component is taken back: what a combination used up would have to come back too.
        if (game.Minute > 1 && recipe.Item.From.IsEmpty && !recipe.Item.Consumable && game.Random.Happens(0.05))
            game.In(0.25, () => Undo(game, player, recipe));
        return true;
    }

    private static void Undo(Playthrough game, Player player, Recipe recipe)
    {
        if (player.Items.Count(recipe.Item.Id) == 0)
            return;
        player.Items.Remove(recipe.Item.Id);
        player.Spent -= recipe.Price;
        player.Bought--;
        game.Tell("ITEM_UNDO", new JsonObject { ["afterId"] = 0, ["beforeId"] = recipe.Item.Id, ["goldGain"] = recipe.Price, ["participantId"] = player.Id });
    }

    private static void Drink(Playthrough game, Player player)
    {
        if (player.Items.Count(2003) > 0 && player.IsAlive(game.Now))
            Destroy(game, player, 2003);
    }

    private static bool MakeRoom(Playthrough game, Player player)
    {
        var id = Array.Find(Starters, starter => player.Items.Count(starter) == 1);
        if (id == 0)
            return false;
        player.Items.Remove(id);
        player.Spent -= StaticCatalog.FindItem(id)!.Total * 4 / 10;
        game.Tell("ITEM_SOLD", Event(player, id));
        return true;
    }

    private static void SwapTrinket(Playthrough game, Player player)
    {
        var wanted = player.Role switch
        { Role.Jungle or Role.Utility when game.Minute >= 7 => 3364, Role.Bottom when player.Level >= 9 => 3363, _ => player.Items.Trinket };
        if (wanted == player.Items.Trinket || player.Items.Trinket == 0)
            return;
        game.Tell("ITEM_DESTROYED", Event(player, player.Items.Trinket));
        player.Items.Trinket = wanted;
        game.Tell("ITEM_PURCHASED", Event(player, wanted));
    }

    private static void UpgradeSupportItem(Playthrough game, Player player)
    {
        if (player.Build.SupportUpgrade is not { } upgrade || player.Items.Count(3867) == 0)
            return;
        Destroy(game, player, 3867);
        Receive(game, player, upgrade);
    }

    private static JsonObject Event(Player player, int id) => new() { ["itemId"] = id, ["participantId"] = player.Id };
}
