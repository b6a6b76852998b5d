using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>Reads players.</summary>
public sealed class PlayerQueries(IDbContextFactory<MnmDbContext> contexts)
{
    internal const string Solo = "RANKED_SOLO_5x5";
    internal const string Flex = "RANKED_FLEX_SR";

    /// <summary>How all queues of Teamfight Tactics begin.</summary>
    internal const string Tactics = "RANKED_TFT";

    /// <summary>The player who has that Riot ID; null where the database knows none. Case and blanks are the same to Riot.</summary>
    public async Task<KnownPlayer?> FindAsync(string gameName, string tagLine, CancellationToken cancellationToken)
    {
        var key = KeyOf(gameName, tagLine);
        return await FindAsync(db => db.Players.Where(player => player.RiotIdKey == key), cancellationToken);
    }

    /// <summary>The player whom the League of Legends key sees by that id; null where the database knows none.</summary>
    public async Task<KnownPlayer?> FindAsync(Puuid puuid, CancellationToken cancellationToken) => await FindAsync(
        db =>
        {
            var (ids, value) = (db.PlayerPuuids, puuid.Value);
            return db.Players.Where(player => ids.Any(id => id.Product == RiotProduct.League && id.Puuid == value && id.PlayerId == player.Id));
        },
        cancellationToken);

    /// <summary>A player's ranks in a queue as they changed, the oldest first.</summary>
    public async Task<ImmutableArray<(DateTimeOffset At, PlayerRank? Rank)>> RankHistoryAsync(long playerId, string queue, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.RankHistory.AsNoTracking().Where(rank => rank.PlayerId == playerId && rank.Queue == queue).OrderBy(rank => rank.At).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.At, row.ToView()))];
    }

    /// <summary>A Riot ID as Riot compares it.</summary>
    internal static string KeyOf(string gameName, string tagLine) => $"{gameName}#{tagLine}".Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private async Task<KnownPlayer?> FindAsync(Func<MnmDbContext, IQueryable<Player>> which, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await which(db).AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } player)
        {
            return null;
        }

        var ids = await db.PlayerPuuids.AsNoTracking().Where(id => id.PlayerId == player.Id && id.Product == RiotProduct.League).ToListAsync(cancellationToken);
        if (Puuid.Find(ids.LastOrDefault()?.Puuid) is not { } puuid)
        {
            return null;
        }

        return new KnownPlayer(player.Id, puuid, player.GameName, player.TagLine, player.RiotIdSeenAt)
        {
            Profile = player is { ProfileIcon: { } icon, Level: { } level, ProfileFetchedAt: { } told } ? new(new(icon, level), told) : null,
            Ranks = player.RanksFetchedAt is { } at
                ? new(new(await RankAsync(db, player.Id, Solo, cancellationToken), await RankAsync(db, player.Id, Flex, cancellationToken)), at)
                : null,
            Masteries = await db.PlayerMasteries.AsNoTracking().FirstOrDefaultAsync(row => row.PlayerId == player.Id, cancellationToken) is { } masteries
                ? new(new MasteryList(masteries.Unpack()), masteries.FetchedAt)
                : null,
        };
    }

    private static async Task<PlayerRank?> RankAsync(MnmDbContext db, long playerId, string queue, CancellationToken cancellationToken) =>
        (await db.RankHistory.AsNoTracking().Where(rank => rank.PlayerId == playerId && rank.Queue == queue).OrderByDescending(rank => rank.At)
            .FirstOrDefaultAsync(cancellationToken))?.ToView();
}
