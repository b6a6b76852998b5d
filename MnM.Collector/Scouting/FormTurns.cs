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
            // Those in front of it, and not all that are there: of a friend the older ones are stored and the newest tell the most.
            if (player.Missing.FirstOrDefault(id => !underWay.Contains(id)) is { } open
                && player.Listed.Value!.Ids.IndexOf(open) is var newer && LaneOf(newer) == lane && newer < fewest)
            {
                (fewest, next) = (newer, open);
            }
        }

        return next;
    }

    /// <summary>
    /// The first of each player cannot wait. The rest goes where a part of the limits is left for others: with the whole form of five allies
    /// nothing would be left for the heads of the five enemies.
    /// </summary>
    private static Lane LaneOf(int newer) => newer < Dossier.UrgentGames ? Lane.Live : Lane.Requested;
}
