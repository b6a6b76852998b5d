using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Live;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;

namespace MnM.Collector.Insights.Features;

/// <summary>Finds own games and games of tracked friends whose timelines nobody has asked for, and orders them.</summary>
internal sealed class TimelineOrders(IDbContextFactory<MnmDbContext> contexts, WorkQueries work, WorkQueue queue, TimeProvider time)
{
    /// <summary>Older ones come when somebody looks at them.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>They wait behind everything else: more of them would only wait longer.</summary>
    public const int MostOpen = 50;

    /// <summary>Orders what is missing, the newest first; answers how many.</summary>
    public async Task<int> OrderAsync(CancellationToken cancellationToken)
    {
        // Those that a game of this machine has just ordered come by themselves.
        var (own, others) = (await work.OpenKeysAsync(InsightTimelineRunner.WorkKind, cancellationToken), await work.OpenKeysAsync(TimelineRunner.WorkKind, cancellationToken));
        if (own.Count >= MostOpen)
        {
            return 0;
        }

        var wanted = (await FindMissingAsync(MostOpen, cancellationToken)).Where(id => !own.Contains(id) && !others.Contains(id)).Take(MostOpen - own.Count).ToList();
        await queue.EnqueueAsync(wanted.Select(id => new NewWork(InsightTimelineRunner.WorkKind, id, Lane.Crawl) { Route = MatchIds.RegionOf(id) ?? "" }), cancellationToken);
        return wanted.Count;
    }

    /// <summary>Matches that can be explained, by what their columns say, and have neither a timeline nor a reason why there is none.</summary>
    private async Task<List<string>> FindMissingAsync(int beyond, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, tracked, stored, timelines, absences, since) = (db.Games, db.TrackedGames, db.Matches, db.MatchTimelines, db.MatchAbsences, time.GetUtcNow() - Reach);
        var missing = await stored.AsNoTracking()
            .Where(match => match.StartedAt > since
                && match.MapId == CourseRules.Rift && (match.Mode == CourseRules.Classic || match.Mode == CourseRules.Swiftplay)
                && !match.IsRemake && match.DurationSeconds >= CourseRules.Shortest && match.QueueId != 0
                && (games.Any(game => game.RiotMatchId == match.Id && !game.IsLive) || tracked.Any(game => game.GameId == match.Id && game.Status == GameStatus.Completed))
                && !timelines.Any(timeline => timeline.MatchId == match.Id)
                && !absences.Any(absence => absence.MatchId == match.Id && absence.Part == MatchPart.Timeline))
            .OrderByDescending(match => match.StartedAt)
            .Take(2 * beyond)
            .Select(match => match.Id)
            .ToListAsync(cancellationToken);
        return missing;
    }
}
