using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Takes the picture of all ten players once a minute, a few milliseconds late as the real game does.</summary>
internal sealed class Frames(Playthrough game)
{
    private readonly List<(long At, JsonObject Players)> _frames = [];

    public IReadOnlyList<(long At, JsonObject Players)> All => _frames;

    public void Begin() => game.At(0, () => Take(0));

    /// <summary>The last picture is taken when the nexus falls.</summary>
    public void Finish() => _frames.Add((game.Duration, Picture()));

    private void Take(long at)
    {
        _frames.Add((at, Picture()));
        var next = at + 60_000 + game.Random.Next(4, 33);
        game.At(next, () => Take(next));
    }

    private JsonObject Picture()
    {
        var players = new JsonObject();
        foreach (var player in game.Players)
            players[player.Id.ToString()] = Of(player);
        return players;
    }

    private JsonObject Of(Player player)
    {
        var alive = player.IsAlive(game.Now);
        return new JsonObject
        {
            ["championStats"] = ChampionStats.Of(player).ToJson(
                !alive ? 0 : game.Now - player.LastShopAt < 25_000 ? 1 : game.Random.Between(0.3, 1), alive ? game.Random.Between(0.25, 1) : 0.3),
            ["currentGold"] = player.CurrentGold,
            ["damageStats"] = new JsonObject
            {
                ["magicDamageDone"] = player.Dealt.Magic,
                ["magicDamageDoneToChampions"] = player.ToChampions.Magic,
                ["magicDamageTaken"] = player.Taken.Magic,
                ["physicalDamageDone"] = player.Dealt.Physical,
                ["physicalDamageDoneToChampions"] = player.ToChampions.Physical,
                ["physicalDamageTaken"] = player.Taken.Physical,
                ["totalDamageDone"] = player.Dealt.Total,
                ["totalDamageDoneToChampions"] = player.ToChampions.Total,
                ["totalDamageTaken"] = player.Taken.Total,
                ["trueDamageDone"] = player.Dealt.True,
                ["trueDamageDoneToChampions"] = player.ToChampions.True,
                ["trueDamageTaken"] = player.Taken.True,
            },
            ["goldPerSecond"] = 0,
            ["jungleMinionsKilled"] = player.Monsters,
            ["level"] = player.Level,
            ["minionsKilled"] = player.Minions,
            ["participantId"] = player.Id,
            ["position"] = Json.Point(player.Position),
            ["timeEnemySpentControlled"] = (int)player.ControlledMs,
            ["totalGold"] = (int)player.Gold,
            ["xp"] = (int)player.Xp,
        };
    }
}
