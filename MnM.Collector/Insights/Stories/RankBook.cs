using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Which tier people had in a queue at a time, as far as MnM asked. Riot tells today's ranks alone, so what is old says nothing.</summary>
internal sealed class RankBook
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);
    private readonly Dictionary<string, List<(DateTimeOffset At, string Tier)>> _ranks = [];

    private RankBook()
    {
    }

    /// <summary>The ranks of all whom MnM knows.</summary>
    public static async Task<RankBook> ReadAsync(MnmDbContext db, string queue, CancellationToken cancellationToken)
    {
        var (ids, ranks) = (db.PlayerPuuids, db.RankHistory);
        var rows = await ranks.Where(rank => rank.Queue == queue)
            .Join(ids.Where(id => id.Product == RiotProduct.League), rank => rank.PlayerId, id => id.PlayerId, (rank, id) => new { id.Puuid, rank.At, rank.Tier })
            .ToListAsync(cancellationToken);
        var book = new RankBook();
        foreach (var person in rows.GroupBy(row => row.Puuid))
        {
            book._ranks[person.Key] = [.. person.OrderBy(row => row.At).Select(row => (row.At, row.Tier))];
        }

        return book;
    }

    /// <summary>Riot's word for the tier; null where it is not known.</summary>
    public string? TierOf(string? puuid, DateTimeOffset? at)
    {
        if (puuid is null || at is not { } time || !_ranks.TryGetValue(puuid, out var ranks))
        {
            return null;
        }

        var (told, tier) = ranks.LastOrDefault(rank => rank.At <= time);
        return tier is { Length: > 0 } && time - told <= Oldest ? tier : null;
    }
}
