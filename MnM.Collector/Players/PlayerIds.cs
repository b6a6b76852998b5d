using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>Reads the ids of people: a key of another product sees everybody by another one.</summary>
internal static class PlayerIds
{
    /// <summary>The generation whose ids the key in use understands.</summary>
    public static async Task<int> CurrentAsync(MnmDbContext db, RiotProduct product, CancellationToken cancellationToken)
    {
        var ids = db.PlayerPuuids;
        return await ids.Where(id => id.Product == product).MaxAsync(id => (int?)id.Generation, cancellationToken) ?? 0;
    }

    /// <summary>All ids by which keys for League of Legends have seen the person of one of them; that one alone where nobody is known by it.</summary>
    public static async Task<List<string>> OfAsync(MnmDbContext db, Puuid puuid, CancellationToken cancellationToken)
    {
        var (ids, value) = (db.PlayerPuuids, puuid.Value);
        var person = await ids.Where(id => id.Product == RiotProduct.League && id.Puuid == value).Select(id => (long?)id.PlayerId).FirstOrDefaultAsync(cancellationToken);
        return person is null
            ? [value]
            : await OfAsync(db, person.Value, cancellationToken);
    }

    /// <summary>All ids by which keys for League of Legends have seen a person.</summary>
    public static Task<List<string>> OfAsync(MnmDbContext db, long playerId, CancellationToken cancellationToken) =>
        db.PlayerPuuids.Where(id => id.PlayerId == playerId && id.Product == RiotProduct.League).Select(id => id.Puuid).ToListAsync(cancellationToken);
}
