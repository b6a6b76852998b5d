using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Crawling;

/// <summary>The history of the ladders: who stood where when, by the readings of the crawler.</summary>
internal sealed class LadderBook(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Tier and points as one number, which a query can choose.</summary>
    private const int TierUnit = 1_000_000;

    /// <summary>
    /// Where people stood at a time: as in the reading of the platform's ladder that is nearest to it, before or after. Who was not on it, and everybody where no ladder was ever read, is left out.
    /// Each tier has readings of its own; of somebody who stands in two of them, one read before the way up and one after it, the nearer one counts.
    /// </summary>
    /// <param name="platform">In lower case.</param>
    /// <param name="queue">RANKED_TFT or RANKED_TFT_DOUBLE_UP.</param>
    /// <param name="puuids">Of whom.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, LadderStanding>> FindAsync(
        string platform, string queue, IReadOnlyCollection<string> puuids, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var nearest = await NearestAsync(db, platform, queue, at, cancellationToken);
        if (nearest.Count == 0)
        {
            return new Dictionary<string, LadderStanding>();
        }

        var (players, entries) = (db.LadderPlayers, db.LadderEntries);
        var (master, grandmaster, challenger) = (IdOf(TftTier.Master), IdOf(TftTier.Grandmaster), IdOf(TftTier.Challenger));
        var rows = await players
            .Where(player => player.Platform == platform && player.Queue == queue && puuids.Contains(player.Puuid))
            .Select(player => new
            {
                player.Puuid,
                Master = entries.Where(entry => entry.PlayerId == player.Id && entry.ReadingId <= master)
                    .OrderByDescending(entry => entry.ReadingId).Select(entry => (int?)((int?)entry.Tier * TierUnit + entry.LeaguePoints)).FirstOrDefault(),
                Grandmaster = entries.Where(entry => entry.PlayerId == player.Id && entry.ReadingId <= grandmaster)
                    .OrderByDescending(entry => entry.ReadingId).Select(entry => (int?)((int?)entry.Tier * TierUnit + entry.LeaguePoints)).FirstOrDefault(),
                Challenger = entries.Where(entry => entry.PlayerId == player.Id && entry.ReadingId <= challenger)
                    .OrderByDescending(entry => entry.ReadingId).Select(entry => (int?)((int?)entry.Tier * TierUnit + entry.LeaguePoints)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var found = new Dictionary<string, LadderStanding>(rows.Count);
        foreach (var row in rows)
        {
            Note(row.Puuid, TftTier.Master, row.Master);
            Note(row.Puuid, TftTier.Grandmaster, row.Grandmaster);
            Note(row.Puuid, TftTier.Challenger, row.Challenger);
        }

        return found;

        long IdOf(TftTier tier) => nearest.GetValueOrDefault(tier)?.Id ?? 0;

        void Note(string puuid, TftTier tier, int? place)
        {
            if (place is not { } value || value / TierUnit != (int)tier)
            {
                return;
            }

            var age = (nearest[tier].ReadAt - at).Duration();
            if (!found.TryGetValue(puuid, out var other) || age < other.Age)
            {
                found[puuid] = new LadderStanding(tier, value % TierUnit, age);
            }
        }
    }

    /// <summary>Of each tier the reading that is nearest to a time.</summary>
    private static async Task<Dictionary<TftTier, LadderReading>> NearestAsync(MnmDbContext db, string platform, string queue, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var nearest = new Dictionary<TftTier, LadderReading>();
        foreach (var tier in Enum.GetValues<TftTier>())
        {
            var readings = db.LadderReadings.AsNoTracking().Where(reading => reading.Platform == platform && reading.Queue == queue && reading.Tier == tier);
            var before = await readings.Where(reading => reading.ReadAt <= at).OrderByDescending(reading => reading.ReadAt).ThenByDescending(reading => reading.Id).FirstOrDefaultAsync(cancellationToken);
            var after = await readings.Where(reading => reading.ReadAt > at).OrderBy(reading => reading.ReadAt).FirstOrDefaultAsync(cancellationToken);
            if ((before is not null && after is not null ? (after.ReadAt - at < at - before.ReadAt ? after : before) : before ?? after) is { } chosen)
            {
                nearest[tier] = chosen;
            }
        }

        return nearest;
    }
}
