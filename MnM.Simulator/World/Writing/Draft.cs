using MnM.Simulator.StaticData;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Writing;

/// <summary>Who plays what in a game, and which champions are banned.</summary>
internal sealed record Draft(Player[] Players, int LocalParticipantId, int[] Bans)
{
    /// <summary>The local player and nine others, each where chance puts them.</summary>
    public static Draft Make(Random random)
    {
        Person[] people = [.. Cast.Others];
        random.Shuffle(people);
        var local = random.Next(1, 11);
        people[local - 1] = Cast.Local;
        return Of(random, people, local, static (random, _, _, open) => random.Pick(open));
    }

    /// <summary>These ten people, blue before red and each side in the order of the roles, with champions that they like.</summary>
    public static Draft Of(Random random, IReadOnlyList<Person> people) => Of(random, people, 1, Favourites.Choose);

    private static Draft Of(Random random, IReadOnlyList<Person> people, int local, ChooseChampion choose)
    {
        var taken = new HashSet<int>();
        var players = new Player[10];
        for (var i = 0; i < players.Length; i++)
        {
            var role = (Role)(i % 5);
            var (champion, archetype) = choose(random, people[i], role, [.. ChampionPool.For(role).Where(entry => !taken.Contains(entry.Champion.Id))]);
            taken.Add(champion.Id);
            players[i] = new Player(
                i + 1, role, people[i], champion, archetype,
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

    private delegate (Champion Champion, Archetype Archetype) ChooseChampion(Random random, Person person, Role role, (Champion Champion, Archetype Archetype)[] open);
}
