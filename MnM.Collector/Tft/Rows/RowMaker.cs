using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Rows;

/// <summary>
/// Makes rows of the raw matches that have none in the present contents of the analytics store. They are marked after their rows are stored: whatever ends in between leaves them pending,
/// and storing them once more changes nothing.
/// </summary>
internal sealed partial class RowMaker(
    IDbContextFactory<MnmDbContext> contexts, NameBook names, PatchCalendar patches, LadderBook ladders, ITftAnalytics analytics, RowsTurn turn, TimeProvider time, ILogger<RowMaker> logger)
{
    /// <summary>A third of a second of work.</summary>
    public const int BatchSize = 100;

    /// <summary>Handles a batch; answers how many matches it had.</summary>
    /// <exception cref="TftAnalyticsException">The store did not take the rows; the matches stay pending.</exception>
    public async Task<int> MakeAsync(CancellationToken cancellationToken)
    {
        using var scope = await turn.TakeAsync(cancellationToken);
        var generation = await analytics.OpenAsync(cancellationToken);
        var pending = await FindPendingAsync(generation, cancellationToken);
        if (pending.Count > 0)
        {
            await HandleAsync(pending, generation, cancellationToken);
        }

        return pending.Count;
    }

    private static FlatReading Read(TftMatchPayload payload) =>
        Packing.TryUnpack(payload.Payload) is { } json ? FlatMatchReader.Read(payload.Id, json) : new FlatReading.Unfit("Its stored JSON cannot be unpacked.");

    private static async Task<IReadOnlyList<TftMatchPayload>> TakeAsync(IQueryable<TftMatch> pending, IQueryable<TftMatchPayload> payloads, int most, CancellationToken cancellationToken) =>
        most <= 0 ? [] : await pending
            .OrderBy(match => match.RowsIn).ThenBy(match => match.Id).Take(most)
            .Join(payloads, match => match.Id, payload => payload.Id, (match, payload) => payload)
            .AsNoTracking()
            .ToListAsync(cancellationToken);

    /// <summary>Those without rows first, then those with rows of other contents. Two ranges, which the index serves; what is unequal it would have to look for.</summary>
    private async Task<IReadOnlyList<TftMatchPayload>> FindPendingAsync(long generation, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (matches, payloads) = (db.TftMatches, db.TftMatchPayloads);
        var below = await TakeAsync(matches.Where(match => match.RowsIn < generation), payloads, BatchSize, cancellationToken);
        return [.. below, .. await TakeAsync(matches.Where(match => match.RowsIn > generation), payloads, BatchSize - below.Count, cancellationToken)];
    }

    private async Task HandleAsync(IReadOnlyList<TftMatchPayload> pending, long generation, CancellationToken cancellationToken)
    {
        var (read, faults) = (new List<NamedMatch>(), new List<SchemaFault>());
        foreach (var payload in pending)
        {
            switch (Read(payload))
            {
                case FlatReading.Rows rows:
                    read.Add(rows.Match);
                    break;
                case FlatReading.Unfit unfit:
                    faults.Add(Misfit(payload.Id, unfit.Fault));
                    break;
            }
        }

        faults.AddRange(await StoreAsync(await FlattenAsync(read, cancellationToken), cancellationToken));
        await MarkAsync([.. pending.Select(payload => payload.Id)], generation, faults, cancellationToken);
    }

    private async Task<List<FlatMatch>> FlattenAsync(List<NamedMatch> matches, CancellationToken cancellationToken)
    {
        var codes = await names.CodesOfAsync([.. matches.SelectMany(match => match.Names).Distinct()], cancellationToken);
        var flat = new List<FlatMatch>(matches.Count);

        // A day at once: matches of a batch may lie months apart, in which everybody on a ladder has moved thousands of times.
        foreach (var day in matches.GroupBy(match => (match.Platform, Ladder: match.Queue is 1150 or 1160 ? CrawlerPlan.DoubleUp : CrawlerPlan.Ranked, match.EndedAt.UtcDateTime.Date)))
        {
            var span = await ladders.ReadAsync(
                day.Key.Platform, day.Key.Ladder, [.. day.SelectMany(match => match.Puuids).Distinct()], day.Min(match => match.EndedAt), day.Max(match => match.EndedAt), cancellationToken);
            foreach (var match in day)
            {
                var patch = await patches.PatchOfAsync(match.GameVersion, match.Set, match.EndedAt, cancellationToken);
                flat.Add(FlatMatchMaker.Make(match, patch, codes, span.Find(match.Puuids, match.EndedAt)));
            }
        }

        return flat;
    }

    /// <summary>Stores rows; answers what is no fault of the store, but of a match. That one must not keep all others out for ever: each is then tried alone.</summary>
    private async Task<IEnumerable<SchemaFault>> StoreAsync(List<FlatMatch> matches, CancellationToken cancellationToken)
    {
        try
        {
            await analytics.StoreAsync(matches, cancellationToken);
            return [];
        }
        catch (Exception fault) when (fault is not (TftAnalyticsException or OperationCanceledException or DbException or DbUpdateException or IOException))
        {
            if (matches is [var match])
            {
                return [Misfit(match.MatchId, $"Its rows cannot be stored: {fault.Message}", fault)];
            }

            var faults = new List<SchemaFault>();
            foreach (var one in matches)
            {
                faults.AddRange(await StoreAsync([one], cancellationToken));
            }

            return faults;
        }
    }

    private SchemaFault Misfit(string matchId, string fault, Exception? cause = null)
    {
        Log.HasNoRows(logger, matchId, fault, cause);
        return new SchemaFault { MatchId = matchId, Fault = fault, At = time.GetUtcNow() };
    }

    private async Task MarkAsync(IReadOnlyList<string> ids, long generation, List<SchemaFault> faults, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TftMatches.Where(match => ids.Contains(match.Id)).ExecuteUpdateAsync(match => match.SetProperty(one => one.RowsIn, generation), cancellationToken);
        await db.SchemaFaults.Where(fault => ids.Contains(fault.MatchId)).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(faults);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "TFT: match {MatchId} is kept raw and has no rows. {Fault}")]
        public static partial void HasNoRows(ILogger logger, string matchId, string fault, Exception? cause);
    }
}
