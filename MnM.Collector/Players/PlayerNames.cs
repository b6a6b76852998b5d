using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>A Riot ID: the name and the tag behind the #.</summary>
public sealed record PlayerName(string GameName, string TagLine);

/// <summary>What the people of old matches are called today: Riot does not want it shown what somebody was called before.</summary>
public sealed class PlayerNames(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Of these ids for League of Legends those whose person is known; both parts are empty of whose name Riot gave to another.</summary>
    public async Task<ImmutableDictionary<string, PlayerName>> FindAsync(IReadOnlyCollection<string> puuids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (players, ids) = (db.Players, db.PlayerPuuids);
        var rows = await ids.Where(id => id.Product == RiotProduct.League && puuids.Contains(id.Puuid))
            .Join(players, id => id.PlayerId, player => player.Id, (id, player) => new { id.Puuid, player.GameName, player.TagLine })
            .AsNoTracking().ToListAsync(cancellationToken);
        return rows.DistinctBy(row => row.Puuid).ToImmutableDictionary(row => row.Puuid, row => new PlayerName(row.GameName ?? "", row.TagLine ?? ""));
    }
}
