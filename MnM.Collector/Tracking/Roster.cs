using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking;

/// <summary>Those who are tracked now: neither paused nor removed.</summary>
internal sealed class Roster
{
    private readonly FrozenDictionary<long, Tracked> _byId;
    private readonly FrozenDictionary<(RiotProduct, string), Tracked> _byPuuid;

    private Roster(ImmutableArray<Tracked> players)
    {
        Players = players;
        _byId = players.ToFrozenDictionary(player => player.Id);
        _byPuuid = players.SelectMany(player => player.AllIds.Select(id => (id, player))).ToFrozenDictionary(pair => (pair.id.Product, pair.id.Puuid), pair => pair.player);
    }

    public ImmutableArray<Tracked> Players { get; }

    public Tracked? Find(long playerId) => _byId.GetValueOrDefault(playerId);

    /// <summary>Whom a product's key sees by that id.</summary>
    public Tracked? Find(RiotProduct product, string? puuid) => puuid is null ? null : _byPuuid.GetValueOrDefault((product, puuid));

    public static async Task<Roster> ReadAsync(MnmDbContext db, CancellationToken cancellationToken)
    {
        var (tracked, players, ids) = (db.TrackedPlayers, db.Players, db.PlayerPuuids);
        var rows = await tracked.AsNoTracking().Where(row => row.PausedAt == null && row.RemovedAt == null)
            .Join(players.AsNoTracking(), row => row.PlayerId, player => player.Id, (row, player) => new { row, player })
            .OrderBy(pair => pair.row.PlayerId)
            .ToListAsync(cancellationToken);
        var current = new Dictionary<RiotProduct, int>();
        foreach (var product in Enum.GetValues<RiotProduct>())
        {
            current[product] = await PlayerIds.CurrentAsync(db, product, cancellationToken);
        }

        var known = await ids.AsNoTracking().Where(id => tracked.Any(row => row.PlayerId == id.PlayerId)).ToListAsync(cancellationToken);
        var byPlayer = known.ToLookup(id => id.PlayerId);
        return new Roster([.. rows.Select(pair => new Tracked(
            pair.row.PlayerId, pair.row.Platform, pair.row.AddedAt, pair.player.GameName, pair.player.TagLine, pair.player.RiotIdKey, [.. byPlayer[pair.row.PlayerId]])
            {
                Current = byPlayer[pair.row.PlayerId].Where(id => id.Generation == current[id.Product]).DistinctBy(id => id.Product).ToImmutableDictionary(id => id.Product, id => id.Puuid),
            })]);
    }
}

/// <summary>Somebody who is tracked.</summary>
/// <param name="Id">MnM's id of the player.</param>
/// <param name="Platform">In lower case.</param>
/// <param name="AddedAt">Since when.</param>
/// <param name="GameName">The Riot ID's first part; null where it is not known.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="RiotIdKey">Both as Riot compares them.</param>
/// <param name="AllIds">All ids that the player ever had: old matches name old ones.</param>
internal sealed record Tracked(
    long Id, string Platform, DateTimeOffset AddedAt, string? GameName, string? TagLine, string? RiotIdKey, ImmutableArray<PlayerPuuid> AllIds)
{
    /// <summary>The ids that the keys in use understand.</summary>
    public required ImmutableDictionary<RiotProduct, string> Current { get; init; }

    public string Region => Routing.RegionOf(Platform) ?? "europe";

    /// <summary>The id by which a product's key sees the player; null where it is not known.</summary>
    public Puuid? IdFor(RiotProduct product) => Puuid.Find(Current.GetValueOrDefault(product));
}
