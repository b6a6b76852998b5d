using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Reads imports and what they brought.</summary>
public sealed class HistoryQueries
{
    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly ImportFigures _figures;

    internal HistoryQueries(IDbContextFactory<MnmDbContext> contexts, ImportFigures figures) => (_contexts, _figures) = (contexts, figures);

    /// <summary>An import; null where there is none of that id.</summary>
    public async Task<ImportView?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(jobs => jobs.Where(job => job.Id == id), cancellationToken)) is [var import] ? import : null;

    /// <summary>A player's import that began last; null where there was none.</summary>
    public async Task<ImportView?> LatestOfAsync(long playerId, CancellationToken cancellationToken) =>
        (await ReadAsync(jobs => jobs.Where(job => job.PlayerId == playerId).OrderByDescending(job => job.CreatedAt).Take(1), cancellationToken)) is [var import] ? import : null;

    /// <summary>Imports, those that began last first.</summary>
    public Task<ImmutableArray<ImportView>> ListAsync(int most, CancellationToken cancellationToken) =>
        ReadAsync(jobs => jobs.OrderByDescending(job => job.CreatedAt).Take(most), cancellationToken);

    /// <summary>Imports that run, and those that have ended since.</summary>
    public Task<ImmutableArray<ImportView>> RunningAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(jobs => jobs.Where(job => job.EndedAt == null || job.EndedAt > since).OrderByDescending(job => job.CreatedAt), cancellationToken);

    /// <summary>The stored matches of an import, the newest first.</summary>
    /// <param name="id">The import.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="withCustom">Whether custom games are among them.</param>
    /// <param name="without">Riot's ids of matches that are left out.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<ImportedMatch>> MatchesAsync(string id, int most, bool withCustom, ImmutableArray<string> without, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var (jobs, items, matches, participants) = (db.ImportJobs, db.ImportItems, db.Matches, db.MatchParticipants);
        if (await jobs.Where(job => job.Id == id).Select(job => job.Puuid).FirstOrDefaultAsync(cancellationToken) is not { } text || Puuid.Find(text) is not { } puuid)
        {
            return [];
        }

        var (ids, left) = (await PlayerIds.OfAsync(db, puuid, cancellationToken), without.ToList());
        var query =
            from item in items.Where(item => item.JobId == id && item.State == WorkState.Done && (withCustom || matches.Any(match => match.Id == item.MatchId && match.QueueId != Match.CustomQueue)))
                .Where(item => !left.Contains(item.MatchId))
                .OrderBy(item => item.Ordinal).Take(most)
            join match in matches on item.MatchId equals match.Id
            from mine in participants.Where(one => one.MatchId == match.Id && ids.Contains(one.Puuid!)).DefaultIfEmpty()
            orderby item.Ordinal
            select new { match, mine };
        var rows = await query.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.match.Id).Select(row => Imported(row.match, row.mine))];
    }

    /// <summary>How many requests a minute Riot's limits leave for imports of a region.</summary>
    public Task<double> AllowedPerMinuteAsync(string region, CancellationToken cancellationToken) => _figures.AllowedPerMinuteAsync(region, cancellationToken);

    private static ImportedMatch Imported(Match match, MatchParticipant? mine) => new()
    {
        MatchId = match.Id,
        StartedAt = match.StartedAt,
        DurationSeconds = match.DurationSeconds,
        QueueId = match.QueueId,
        IsRemake = match.IsRemake,
        IsAborted = match.IsAborted,
        Mine = mine is null ? null : new ImportedPart(mine.ChampionId, mine.ChampionName, mine.Kills, mine.Deaths, mine.Assists, mine.Win, mine.Position),
    };

    private async Task<ImmutableArray<ImportView>> ReadAsync(Func<IQueryable<ImportJob>, IQueryable<ImportJob>> which, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await _figures.ReadAsync(db, await which(db.ImportJobs.AsNoTracking()).ToListAsync(cancellationToken), cancellationToken);
    }
}
