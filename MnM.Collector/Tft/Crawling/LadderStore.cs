using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Stores readings of ladders: what has changed since the one before.</summary>
internal static class LadderStore
{
    /// <summary>Stores a reading in the transaction of <paramref name="db"/>.</summary>
    /// <returns>Who stands on it.</returns>
    public static async Task<ImmutableArray<string>> StoreAsync(
        MnmDbContext db, LadderName ladder, IEnumerable<LeagueEntry> entries, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        var told = entries.Where(entry => entry.Puuid is not null).DistinctBy(entry => entry.Puuid!.Value).ToDictionary(entry => entry.Puuid!.Value, entry => entry.LeaguePoints);
        var reading = new LadderReading { Platform = ladder.Platform, Queue = ladder.Queue, Tier = ladder.Tier, ReadAt = readAt, Players = told.Count };
        db.Add(reading);
        var players = await db.LadderPlayers.Where(player => player.Platform == ladder.Platform && player.Queue == ladder.Queue).ToDictionaryAsync(player => player.Puuid, cancellationToken);
        var changed = new List<LadderPlayer>();
        foreach (var (puuid, points) in told)
        {
            if (!players.TryGetValue(puuid, out var player))
            {
                player = new LadderPlayer { Platform = ladder.Platform, Queue = ladder.Queue, Puuid = puuid };
                db.Add(player);
            }

            Move(player, ladder.Tier, points);
        }

        // Who went up or down is found by the reading of the other ladder, before this one or after it; of the other two nothing is known here.
        foreach (var player in players.Values.Where(player => player.Tier == ladder.Tier && !told.ContainsKey(player.Puuid)))
        {
            Move(player, null, 0);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.AddRange(changed.Select(player => new LadderEntry { PlayerId = player.Id, ReadingId = reading.Id, Tier = player.Tier, LeaguePoints = player.LeaguePoints }));
        await db.SaveChangesAsync(cancellationToken);
        return [.. told.Keys];

        void Move(LadderPlayer player, TftTier? tier, int points)
        {
            if ((player.Tier, player.LeaguePoints) != (tier, points))
            {
                (player.Tier, player.LeaguePoints) = (tier, points);
                changed.Add(player);
            }
        }
    }
}
