using MnM.Collector.Backplane;

namespace MnM.Collector.Scouting;

/// <summary>Whose match is fetched next: one of each player in turn, the newest first. Pure.</summary>
internal static class FormTurns
{
    /// <summary>The next match and how urgent it is; null where none is left.</summary>
    /// <param name="players">In the order of the turns.</param>
    /// <param name="underWay">Matches that were asked for and have not come yet.</param>
    /// <param name="lane">Only matches of this lane.</param>
    public static string? Next(IEnumerable<Dossier> players, IReadOnlySet<string> underWay, Lane lane)
    {
        var (fewest, next) = (int.MaxValue, (string?)null);
        foreach (var player in players)
        {
            var missing = player.Missing.ToList();
            var open = missing.Find(id => !underWay.Contains(id));
            var taken = (player.Listed.Value?.Ids.Length ?? 0) - missing.Count(id => !underWay.Contains(id));
            if (open is not null && LaneOf(taken) == lane && taken < fewest)
            {
                (fewest, next) = (taken, open);
            }
        }

        return next;
    }

    /// <summary>
    /// The first of each player cannot wait. The rest goes where a part of the limits is left for others: with the whole form of five allies
    /// nothing would be left for the heads of the five enemies.
    /// </summary>
    private static Lane LaneOf(int taken) => taken < Dossier.UrgentGames ? Lane.Live : Lane.Requested;
}
