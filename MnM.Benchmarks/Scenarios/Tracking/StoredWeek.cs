using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Players;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>What MnM has stored of a week.</summary>
/// <param name="Games">Every row with its player's Riot ID.</param>
/// <param name="Events">The outbox.</param>
internal sealed record StoredWeek(IReadOnlyList<(string RiotId, TrackedGame Row)> Games, IReadOnlyList<OutboxEvent> Events)
{
    public static async Task<StoredWeek> ReadAsync(IDbContextFactory<MnmDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var names = await db.Set<Player>().AsNoTracking().Where(player => player.GameName != null).ToDictionaryAsync(player => player.Id, player => $"{player.GameName}#{player.TagLine}");
        var games = await db.Set<TrackedGame>().AsNoTracking().OrderBy(game => game.Id).ToListAsync();
        return new StoredWeek([.. games.Select(game => (names[game.PlayerId], game))], await db.Set<OutboxEvent>().AsNoTracking().OrderBy(told => told.Id).ToListAsync());
    }
}
