using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>The history of the ladders: who stood where when, by the readings of the crawler.</summary>
internal sealed class LadderBook(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Where people stood on a platform's ladder through a span of time, whose ends belong to it.</summary>
    /// <param name="platform">In lower case.</param>
    /// <param name="queue">RANKED_TFT or RANKED_TFT_DOUBLE_UP.</param>
    /// <param name="puuids">Of whom.</param>
    /// <param name="from">Since when, UTC.</param>
    /// <param name="until">Till when, UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<LadderSpan> ReadAsync(
        string platform, string queue, IReadOnlyCollection<string> puuids, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var readings = await ReadingsAsync(db.LadderReadings.AsNoTracking().Where(reading => reading.Platform == platform && reading.Queue == queue), from, until, cancellationToken);
        if (readings.Count == 0)
        {
            return LadderSpan.Empty;
        }

        var (players, entries) = (db.LadderPlayers.Where(player => player.Platform == platform && player.Queue == queue && puuids.Contains(player.Puuid)), db.LadderEntries);
        var (first, last) = (readings.Min(reading => reading.Id), readings.Max(reading => reading.Id));

        // How each stood at the first of the readings, and what has changed since.
        var moves = await players
            .Join(entries, player => player.Id, entry => entry.PlayerId, (player, entry) => new { player.Id, player.Puuid, Entry = entry })
            .Where(move => move.Entry.ReadingId <= last
                && move.Entry.ReadingId >= (entries.Where(other => other.PlayerId == move.Id && other.ReadingId <= first).Max(other => (long?)other.ReadingId) ?? 0))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return new LadderSpan(readings, moves.ToLookup(move => move.Puuid, move => move.Entry));
    }

    /// <summary>Those of the span, and of each tier the nearest outside of it.</summary>
    private static async Task<List<LadderReading>> ReadingsAsync(IQueryable<LadderReading> ladder, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var readings = await ladder.Where(reading => reading.ReadAt >= from && reading.ReadAt <= until).ToListAsync(cancellationToken);
        foreach (var tier in Enum.GetValues<TftTier>())
        {
            var ofTier = ladder.Where(reading => reading.Tier == tier);
            var before = await ofTier.Where(reading => reading.ReadAt < from).OrderByDescending(reading => reading.ReadAt).ThenByDescending(reading => reading.Id).FirstOrDefaultAsync(cancellationToken);
            var after = await ofTier.Where(reading => reading.ReadAt > until).OrderBy(reading => reading.ReadAt).ThenBy(reading => reading.Id).FirstOrDefaultAsync(cancellationToken);
            readings.AddRange(new[] { before, after }.OfType<LadderReading>());
        }

        return readings;
    }
}
