using MnM.Simulator.StaticData;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Writing;

/// <summary>The few champions that a person plays most in each role.</summary>
internal static class Favourites
{
    private const int InRole = 3;

    public static (Champion Champion, Archetype Archetype)[] Of(Person person, Role role)
    {
        (Champion, Archetype)[] pool = [.. ChampionPool.For(role)];
        person.Trait($"{role}").Shuffle(pool);
        return pool[..InRole];
    }

    /// <summary>Mostly one of the person's own, of those that are left.</summary>
    public static (Champion Champion, Archetype Archetype) Choose(Random random, Person person, Role role, (Champion Champion, Archetype Archetype)[] open)
    {
        (Champion, Archetype)[] own = [.. Of(person, role).Intersect(open)];
        return own.Length > 0 && random.Happens(0.7) ? random.Pick(own) : random.Pick(open);
    }
}
