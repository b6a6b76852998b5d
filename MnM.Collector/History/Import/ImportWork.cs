using System.Text.Json;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.History.Import;

/// <summary>The kinds of work that imports enqueue. Imports are the owners, so that several of them take turns.</summary>
internal static class ImportWork
{
    /// <summary>A page of a list; the key is the import.</summary>
    public const string Page = "history.page";

    /// <summary>A match; the key is its id. Several imports may wait for it.</summary>
    public const string Match = "history.match";

    /// <summary>The timeline of a stored match; the key is the match's id.</summary>
    public const string Timeline = "history.timeline";

    public static NewWork PageOf(ImportJob job, ListCursor cursor) => new(Page, job.Id, Lane.Requested)
    {
        Route = job.Region,
        Owner = job.Id,
        Payload = JsonSerializer.Serialize(cursor, ListJson.Default.ListCursor),
    };

    public static NewWork Of(ImportItem item) => new(item.State == WorkState.Open ? Match : Timeline, item.MatchId, Lane.Requested)
    {
        Route = MatchIds.RegionOf(item.MatchId) ?? "",
        Owner = item.JobId,
    };
}
