using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Analytics.Archiving;

/// <summary>Which patches are archived: their rows go, their raw matches stay. Pure.</summary>
internal static class SetArchive
{
    /// <summary>How long after its last match a set stays all the same, in days: late matches come, and people compare the old with the new.</summary>
    public const int GraceDays = 14;

    /// <summary>The patches whose matches are all of sets that are not among the newest and that nobody has played for a while. A set that Riot did not name stays.</summary>
    /// <param name="coverage">What is stored.</param>
    /// <param name="keep">How many sets stay; all where 0.</param>
    /// <param name="today">UTC.</param>
    public static IReadOnlyList<Patch> Choose(IReadOnlyCollection<TftCoverage> coverage, int keep, DateOnly today)
    {
        if (keep == 0)
        {
            return [];
        }

        var lastDays = coverage.GroupBy(part => part.Set).ToDictionary(set => set.Key, set => set.Max(part => part.Day));
        var old = lastDays.Keys.Where(set => set > 0).OrderDescending().Skip(keep).Where(set => lastDays[set].AddDays(GraceDays) < today).ToHashSet();
        return [.. coverage.GroupBy(part => part.Patch).Where(patch => patch.All(part => old.Contains(part.Set))).Select(patch => patch.Key).Order()];
    }
}
