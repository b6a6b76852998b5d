using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Where the players of a platform's queue stand by what is stored.</summary>
/// <param name="LastReading">Number of the last reading of its ladders; 0 before the first.</param>
/// <param name="Players">By their ids; who has left has no tier.</param>
internal sealed record KnownLadder(long LastReading, IReadOnlyDictionary<string, KnownPlayer> Players)
{
    public static async Task<KnownLadder> ReadAsync(MnmDbContext db, LadderName ladder, CancellationToken cancellationToken)
    {
        // The number first: a reading that is stored in between shows by it.
        var last = await FindLastReadingAsync(db, ladder, cancellationToken);
        var players = await db.LadderPlayers.Where(player => player.Platform == ladder.Platform && player.Queue == ladder.Queue)
            .Select(player => new { player.Puuid, player.Id, player.Tier, player.LeaguePoints })
            .ToDictionaryAsync(player => player.Puuid, player => new KnownPlayer(player.Id, player.Tier, player.LeaguePoints), cancellationToken);
        return new KnownLadder(last, players);
    }

    /// <summary>Itself, or anew where a reading was stored since.</summary>
    public async Task<KnownLadder> RefreshAsync(MnmDbContext db, LadderName ladder, CancellationToken cancellationToken) =>
        await FindLastReadingAsync(db, ladder, cancellationToken) == LastReading ? this : await ReadAsync(db, ladder, cancellationToken);

    private static async Task<long> FindLastReadingAsync(MnmDbContext db, LadderName ladder, CancellationToken cancellationToken) =>
        await db.LadderReadings.Where(reading => reading.Platform == ladder.Platform && reading.Queue == ladder.Queue).MaxAsync(reading => (long?)reading.Id, cancellationToken) ?? 0;
}

/// <summary>Where a player stands.</summary>
internal readonly record struct KnownPlayer(long Id, TftTier? Tier, int LeaguePoints);
