using System.Collections.Immutable;
using MnM.Simulator.StaticData;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.People;

/// <summary>How well somebody knows a champion.</summary>
internal sealed record Mastery(int ChampionId, int Points, TimeSpan PlayedAgo)
{
    private static readonly ImmutableArray<int> First = [0, 1_800, 6_000, 12_600, 21_600, 31_600, 42_600];
    private const int Later = 11_000;

    public int Level => Points < First[^1] ? First.Count(points => points <= Points) : First.Length + ((Points - First[^1]) / Later);

    public int SinceLastLevel => Points - PointsAt(Level);

    public int UntilNextLevel => PointsAt(Level + 1) - Points;

    private static int PointsAt(int level) => level <= First.Length ? First[level - 1] : First[^1] + ((level - First.Length) * Later);
}

/// <summary>The champions that people know.</summary>
internal static class Masteries
{
    private const int Others = 24;

    /// <summary>The best known first: those that somebody plays, then some that were tried once.</summary>
    public static ImmutableArray<Mastery> Of(Person person)
    {
        var random = person.Trait("mastery");
        var roles = Enum.GetValues<Role>();
        random.Shuffle(roles);
        int[] tried = [.. StaticCatalog.Champions.Select(champion => champion.Id)];
        random.Shuffle(tried);
        var points = random.Next(90_000, 900_000);
        return
        [
            .. roles.SelectMany(role => Favourites.Of(person, role)).Select(favourite => favourite.Champion.Id).Concat(tried.Take(Others)).Distinct()
                .Select((id, index) => new Mastery(
                    id,
                    1 + (int)(points * Math.Pow(0.78, index) * (0.9 + (0.1 * random.NextDouble()))),
                    TimeSpan.FromMinutes(random.Next(60, 20_000) * (index + 1))))
                .OrderByDescending(one => one.Points),
        ];
    }
}
