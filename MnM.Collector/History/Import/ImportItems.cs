using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Makes the items of an import: what is stored is not asked for, nor what Riot has said it will not give.</summary>
internal static class ImportItems
{
    private const string NoId = "Riot lists it by an id that MnM does not know.";

    /// <summary>Items for matches, in the transaction of <paramref name="db"/>; they are neither added nor enqueued.</summary>
    /// <param name="db">The context.</param>
    /// <param name="job">Whose they will be.</param>
    /// <param name="listed">The matches and their places.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<List<ImportItem>> MakeAsync(
        MnmDbContext db, ImportJob job, IReadOnlyCollection<(string MatchId, int Ordinal)> listed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (ids, matches, timelines) = (listed.Select(one => one.MatchId).ToList(), db.Matches, db.MatchTimelines);
        var stored = await matches.AsNoTracking().Where(match => ids.Contains(match.Id)).ToDictionaryAsync(match => match.Id, cancellationToken);
        var minutes = job.Timelines
            ? await timelines.Where(timeline => ids.Contains(timeline.MatchId)).Select(timeline => timeline.MatchId).ToHashSetAsync(cancellationToken)
            : [];
        var absences = (await db.MatchAbsences.AsNoTracking()
            .Where(absence => ids.Contains(absence.MatchId) && absence.State != WorkState.Failed)
            .ToListAsync(cancellationToken)).ToDictionary(absence => (absence.MatchId, absence.Part));
        return [.. listed.Select(one => Make(one.MatchId, one.Ordinal))];

        ImportItem Make(string id, int ordinal)
        {
            var item = new ImportItem { JobId = job.Id, MatchId = id, Ordinal = ordinal };
            if (stored.TryGetValue(id, out var match))
            {
                (item.State, item.WasThere) = (WorkState.Done, true);
                item.TimelineState = !job.Timelines || match.IsAborted ? null
                    : minutes.Contains(id) ? WorkState.Done
                    : absences.GetValueOrDefault((id, MatchPart.Timeline))?.State ?? WorkState.Open;
            }
            else if (MatchIds.RegionOf(id) is null)
            {
                (item.State, item.Reason) = (WorkState.Failed, NoId);
            }
            else if (absences.GetValueOrDefault((id, MatchPart.Match)) is { } absence)
            {
                (item.State, item.Reason) = (absence.State, absence.Reason);
            }
            else
            {
                item.TimelineState = job.Timelines ? WorkState.Open : null;
            }

            item.EndedAt = item.State == WorkState.Open || item.TimelineState == WorkState.Open ? null : now;
            return item;
        }
    }
}
