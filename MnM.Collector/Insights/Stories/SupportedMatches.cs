using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Which stored matches can be explained, as far as columns tell it; <see cref="Features.MatchCourse.WhyNot"/> has the last word.</summary>
internal static class SupportedMatches
{
    private const int SummonersRift = 11;
    private const int Shortest = 300;
    private const int Solo = 420;
    private const int Flex = 440;

    // Below are custom games and queues that were gone before match-v5; from 800 on games against the computer.
    private const int FirstQueue = 400;
    private const int FirstBots = 800;
    private const int LastBots = 899;

    private static readonly ImmutableArray<ImmutableArray<int>> Families = [[Solo, Flex], [400, 430, 490]];

    public static IQueryable<Match> In(MnmDbContext db) => db.Matches.Where(match => match.MapId == SummonersRift && (match.Mode == "CLASSIC" || match.Mode == "SWIFTPLAY")
        && match.QueueId >= FirstQueue && (match.QueueId < FirstBots || match.QueueId > LastBots)
        && !match.IsRemake && match.DurationSeconds >= Shortest && (match.EndReason == null || !match.EndReason.StartsWith(Match.Abort)));

    /// <summary>The queues that people play alike in: ranked ones, normal ones, and any other by itself.</summary>
    public static int[] FamilyOf(int queueId) => [.. Families.FirstOrDefault(family => family.Contains(queueId), [queueId])];

    /// <summary>The queue whose rank tells how well somebody plays in another.</summary>
    public static string RankedQueueOf(int queueId) => queueId == Flex ? PlayerQueries.Flex : PlayerQueries.Solo;
}
