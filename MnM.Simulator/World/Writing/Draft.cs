using MnM.Simulator.StaticData;

namespace MnM.Simulator.World.Writing;

/// <summary>Who plays what in a game, and which champions are banned.</summary>
internal sealed record Draft(Player[] Players, int LocalParticipantId, int[] Bans)
{
    public static Draft Make(Random random)
    {
        CastMember[] others = [.. Cast.Others];
        random.Shuffle(others);
        var local = random.Next(1, 11);
        var taken = new HashSet<int>();
        var players = new Player[10];
        for (var i = 0; i < players.Length; i++)
        {
            var role = (Role)(i % 5);
            var (champion, archetype) = random.Pick([.. ChampionPool.For(role).Where(entry => !taken.Contains(entry.Champion.Id))]);
            taken.Add(champion.Id);
            players[i] = new Player(
                i + 1, role, i + 1 == local ? Cast.Local : others[i], champion, archetype,
                Loadout.Choose(random, role, archetype), BuildPlan.Choose(random, role, archetype), random.Between(0.82, 1.18));
        }

        return new Draft(players, local, DrawBans(random, taken));
    }

    /// <summary>Ten bans; two players may ban the same champion, and one now and then bans none (−1).</summary>
    private static int[] DrawBans(Random random, HashSet<int> taken)
    {
        int[] open = [.. StaticCatalog.Champions.Select(champion => champion.Id).Where(id => !taken.Contains(id))];
        return [.. Enumerable.Range(0, 10).Select(_ => random.Happens(0.04) ? -1 : random.Pick(open))];
    }
}
