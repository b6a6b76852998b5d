using System.Collections.Immutable;

namespace MnM.Simulator.World.People;

/// <summary>Who stands where in which ranked queue.</summary>
internal static class Ranks
{
    public const string Solo = "RANKED_SOLO_5x5";
    public const string Flex = "RANKED_FLEX_SR";
    public const string Tactics = "RANKED_TFT";
    public const string DoubleUp = "RANKED_TFT_DOUBLE_UP";

    private const int Challengers = 300;
    private const int Grandmasters = 800;

    private static readonly ImmutableArray<(string Tier, int Share)> Tiers =
        [("IRON", 5), ("BRONZE", 15), ("SILVER", 21), ("GOLD", 25), ("PLATINUM", 17), ("EMERALD", 12), ("DIAMOND", 5)];

    public static ImmutableArray<string> Divisions { get; } = ["I", "II", "III", "IV"];

    public static ImmutableArray<string> LowerTiers { get; } = [.. Tiers.Select(row => row.Tier)];

    public static ImmutableArray<string> OfLeague { get; } = [Solo, Flex];

    public static ImmutableArray<string> OfTactics { get; } = [Tactics, DoubleUp];

    /// <summary>Null for who is unranked.</summary>
    public static Standing? Of(Population people, Person person, string queue)
    {
        var random = person.Trait(queue);
        var wins = random.Next(20, 220);
        var losses = (int)(wins * (0.85 + (0.3 * random.NextDouble())));
        if (people.PlaceOf(person) is { } place && PlaceIn(queue, place, people.Ladder.Length) is var rank && rank < Population.Apex)
        {
            return Apex(queue, rank, wins + 150, losses + 120);
        }

        return random.Next(100) < Unranked(queue) ? null : new Standing(queue, Tier(random.Next(100)), Divisions[random.Next(4)], random.Next(100), wins, losses);
    }

    // Each queue has the same people in another order.
    private static int PlaceIn(string queue, int place, int all) => queue switch
    {
        Solo => place,
        Flex => ((place * 7) + 3) % all,
        Tactics => ((place * 11) + 5) % all,
        _ => ((place * 13) + 8) % all,
    };

    private static Standing Apex(string queue, int rank, int wins, int losses) => rank switch
    {
        < Challengers => new Standing(queue, "CHALLENGER", "I", 2_000 - (3 * rank), wins, losses),
        < Grandmasters => new Standing(queue, "GRANDMASTER", "I", 1_099 - (rank - Challengers), wins, losses),
        _ => new Standing(queue, "MASTER", "I", Math.Max(0, 590 - (rank - Grandmasters)), wins, losses),
    };

    private static int Unranked(string queue) => queue switch { Solo => 10, Flex => 35, Tactics => 50, _ => 85 };

    private static string Tier(int percent)
    {
        foreach (var (tier, share) in Tiers)
        {
            percent -= share;
            if (percent < 0)
            {
                return tier;
            }
        }

        return Tiers[^1].Tier;
    }
}
