using System.Collections.Immutable;
using MnM.Collector.History.Import;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.Past;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>The simulator's person with more than 3,000 matches, and what Riot tells of them.</summary>
internal static class Veteran
{
    private static readonly CareerOptions Career = CareerOptions.All.Single(career => career.Number == 1);

    public static string GameName => Career.Members[0].Person.GameName;

    public static string TagLine => Career.Members[0].Person.TagLine;

    public static string RiotId => Career.Members[0].Person.RiotId;

    /// <summary>The newest of them.</summary>
    public static ImportRequest Import(int matches) => new(GameName, TagLine) { Limit = matches };

    /// <summary>The newest matches that Riot lists at that time, when games that were over by then are told.</summary>
    public static ImmutableArray<CareerGame> Listed(DateTimeOffset told, int most) =>
        [.. new Career(Career).Of(Career.Members[0].Person, told).Where(game => game.End <= told).Take(most)];

    /// <summary>Whether a match of it can be read.</summary>
    public static bool IsReadable(CareerGame game) => game.Access == MatchAccess.Open && game.Fate != CareerFate.Empty;
}
