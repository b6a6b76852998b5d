using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>Reads players.</summary>
public sealed class PlayerQueries(IDbContextFactory<MnmDbContext> contexts)
{
    public const string Solo = "RANKED_SOLO_5x5";
    public const string Flex = "RANKED_FLEX_SR";

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

    /// <summary>The player with that id of our own; null where the key in use knows nobody by it.</summary>
    public Task<KnownPlayer?> FindAsync(long id, CancellationToken cancellationToken) => FindAsync(db => db.Players.Where(player => player.Id == id), cancellationToken);

    /// <summary>Whether anybody is known.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Players.AnyAsync(cancellationToken);
    }

    /// <summary>The player whom an address names; null where the database knows none.</summary>
    public Task<KnownPlayer?> FindAsync(PlayerPath path, CancellationToken cancellationToken) =>
        path.Puuid is { } puuid ? FindAsync(puuid, cancellationToken) : FindAsync(path.GameName, path.TagLine, cancellationToken);

    /// <summary>Of these ids for League of Legends those that a key before has left, with the id by which the key in use sees the same person.</summary>
    internal async Task<Dictionary<string, string>> RenewedAsync(IReadOnlyCollection<string> puuids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (ids, current) = (db.PlayerPuuids, await PlayerIds.CurrentAsync(db, RiotProduct.League, cancellationToken));
        return current == 0 ? [] : await ids
            .Where(old => old.Product == RiotProduct.League && old.Generation < current && puuids.Contains(old.Puuid))
            .Join(ids.Where(now => now.Product == RiotProduct.League && now.Generation == current), old => old.PlayerId, now => now.PlayerId, (old, now) => new { Old = old.Puuid, Now = now.Puuid })
            .ToDictionaryAsync(pair => pair.Old, pair => pair.Now, cancellationToken);
    }

    /// <summary>Those whose Riot ID was seen last, of all whom the key in use knows by an id.</summary>
    internal async Task<ImmutableArray<(string GameName, string TagLine, string Puuid)>> NewestAsync(RiotProduct product, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (ids, current) = (db.PlayerPuuids, await PlayerIds.CurrentAsync(db, product, cancellationToken));
        var rows = await db.Players.Where(player => player.RiotIdKey != null)
            .Join(ids.Where(id => id.Product == product && id.Generation == current), player => player.Id, id => id.PlayerId, (player, id) => new { player, id.Puuid })
            .OrderByDescending(row => row.player.RiotIdSeenAt).Take(most).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.player.GameName!, row.player.TagLine!, row.Puuid))];
    }

    /// <summary>Those with a Riot ID whom only a key before knows by an id, in the order of our own ids.</summary>
    internal async Task<ImmutableArray<(long Id, string GameName, string TagLine)>> LeftBehindAsync(RiotProduct product, long after, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (ids, current) = (db.PlayerPuuids, await PlayerIds.CurrentAsync(db, product, cancellationToken));
        var rows = await db.Players
            .Where(player => player.Id > after && player.RiotIdKey != null && ids.Any(id => id.PlayerId == player.Id && id.Product == product)
                && !ids.Any(id => id.PlayerId == player.Id && id.Product == product && id.Generation == current))
            .OrderBy(player => player.Id).Take(most).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(player => (player.Id, player.GameName!, player.TagLine!))];
    }

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

        // Whom only the key before knows by an id is nobody who could be asked for.
        var (ids, current) = (db.PlayerPuuids, await PlayerIds.CurrentAsync(db, RiotProduct.League, cancellationToken));
        var id = await ids.Where(id => id.PlayerId == player.Id && id.Product == RiotProduct.League && id.Generation == current).Select(id => id.Puuid).FirstOrDefaultAsync(cancellationToken);
        if (Puuid.Find(id) is not { } puuid)
        {
            return null;
        }

        return new KnownPlayer(player.Id, puuid, player.GameName, player.TagLine, player.RiotIdSeenAt)
        {
            Platform = player is { Platform: { } platform, PlatformSeenAt: { } seen } ? new(platform, seen) : null,
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
