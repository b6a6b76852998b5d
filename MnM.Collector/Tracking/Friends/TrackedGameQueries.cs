using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Friends;

/// <summary>Which rows are wanted; what is null does not matter.</summary>
/// <param name="PlayerId">Of a player.</param>
/// <param name="Status">Which stand so.</param>
/// <param name="After">Which were found later.</param>
/// <param name="Most">So many at most, the latest first.</param>
public sealed record TrackedGameFilter(long? PlayerId, GameStatus? Status, DateTimeOffset? After, int Most)
{
    /// <summary>Whether custom games are left out.</summary>
    public bool WithoutCustom { get; init; }

    /// <summary>Numbers of rows that are left out.</summary>
    public IReadOnlyCollection<long> Without { get; init; } = [];
}

/// <summary>A row with its player's name of today; null where that is not known.</summary>
public sealed record TrackedGameRow(TrackedGame Game, string? RiotId);

/// <summary>Reads tracked games as they are stored.</summary>
public sealed class TrackedGameQueries(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>The rows that a filter leaves, found last first; of players who were removed too.</summary>
    public async Task<ImmutableArray<TrackedGameRow>> ReadAsync(TrackedGameFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var players = db.Players;
        var rows = await db.TrackedGames.AsNoTracking()
            .Where(game => filter.PlayerId == null || game.PlayerId == filter.PlayerId)
            .Where(game => filter.Status == null || game.Status == filter.Status)
            .Where(game => !filter.WithoutCustom || game.Status != GameStatus.Custom)
            .Where(game => !filter.Without.Contains(game.Id))
            .Where(game => filter.After == null || game.DetectedAt > filter.After)
            .OrderByDescending(game => game.DetectedAt).ThenByDescending(game => game.Id)
            .Take(filter.Most)
            .Join(players, game => game.PlayerId, player => player.Id, (game, player) => new { game, player.GameName, player.TagLine })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(row => row.game.DetectedAt).ThenByDescending(row => row.game.Id)
            .Select(row => new TrackedGameRow(row.game, row.GameName is null ? null : $"{row.GameName}#{row.TagLine}"))];
    }

    /// <summary>What players are called, by number; those without a name are left out.</summary>
    public async Task<Dictionary<long, string>> NamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Players.AsNoTracking().Where(player => ids.Contains(player.Id) && player.GameName != null).ToDictionaryAsync(player => player.Id, player => player.GameName!, cancellationToken);
    }
}
