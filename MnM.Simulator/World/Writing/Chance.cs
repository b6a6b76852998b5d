namespace MnM.Simulator.World.Writing;

/// <summary>Drawing from a seeded generator.</summary>
internal static class Chance
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public static bool Happens(this Random random, double probability) => random.NextDouble() < probability;

    public static double Between(this Random random, double low, double high) => low + random.NextDouble() * (high - low);

    /// <summary>A waiting time whose mean is given.</summary>
    public static double Wait(this Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    public static T PickWeighted<T>(this Random random, IReadOnlyList<T> choices, Func<T, double> weight)
    {
        var left = random.NextDouble() * choices.Sum(weight);
        foreach (var choice in choices)
        {
            left -= weight(choice);
            if (left < 0)
                return choice;
        }

        return choices[^1];
    }
}
