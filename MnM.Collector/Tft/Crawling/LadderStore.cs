using System.Collections.Immutable;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Stores readings of ladders: what has changed since the one before.</summary>
internal static class LadderStore
{
    /// <summary>Stores a reading in the transaction of <paramref name="db"/>, in which others wait: of the players only those who stand otherwise are touched.</summary>
    /// <param name="db">Has a transaction.</param>
    /// <param name="ladder">Which.</param>
    /// <param name="entries">As Riot told them.</param>
    /// <param name="readAt">When.</param>
    /// <param name="known">What was stored before the transaction.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    /// <returns>Who stands on it.</returns>
    public static async Task<ImmutableArray<string>> StoreAsync(
        MnmDbContext db, LadderName ladder, IEnumerable<LeagueEntry> entries, DateTimeOffset readAt, KnownLadder known, CancellationToken cancellationToken)
    {
        var told = entries.Where(entry => entry.Puuid is not null).DistinctBy(entry => entry.Puuid!.Value).ToDictionary(entry => entry.Puuid!.Value, entry => entry.LeaguePoints);
        var players = (await known.RefreshAsync(db, ladder, cancellationToken)).Players;
        var reading = new LadderReading { Platform = ladder.Platform, Queue = ladder.Queue, Tier = ladder.Tier, ReadAt = readAt, Players = told.Count };
        db.Add(reading);
        var moved = new List<LadderPlayer>();
        foreach (var (puuid, points) in told)
        {
            Move(puuid, ladder.Tier, points);
        }

        // Who went up or down is found by the reading of the other ladder, before this one or after it; of the other two nothing is known here.
        foreach (var (puuid, _) in players.Where(player => player.Value.Tier == ladder.Tier && !told.ContainsKey(player.Key)))
        {
            Move(puuid, null, 0);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.AddRange(moved.Select(player => new LadderEntry { PlayerId = player.Id, ReadingId = reading.Id, Tier = player.Tier, LeaguePoints = player.LeaguePoints }));
        await db.SaveChangesAsync(cancellationToken);
        return [.. told.Keys];

        void Move(string puuid, TftTier? tier, int points)
        {
            var isKnown = players.TryGetValue(puuid, out var place);
            if ((place.Tier, place.LeaguePoints) == (tier, points))
            {
                return;
            }

            var player = new LadderPlayer { Id = place.Id, Platform = ladder.Platform, Queue = ladder.Queue, Puuid = puuid, Tier = place.Tier, LeaguePoints = place.LeaguePoints };
            if (isKnown)
            {
                db.Attach(player);
            }
            else
            {
                db.Add(player);
            }

            (player.Tier, player.LeaguePoints) = (tier, points);
            moved.Add(player);
        }
    }
}
