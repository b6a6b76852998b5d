using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Friends;

/// <summary>Finds games of friends that were watched here and hid the friend, though Riot tells who sat there.</summary>
public sealed class HiddenGames(IDbContextFactory<MnmDbContext> contexts, GameQueries watched)
{
    /// <summary>The numbers of their rows.</summary>
    public async Task<ImmutableArray<long>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (tracked, games, players, ids, seats) = (db.TrackedGames, db.Games, db.Players, db.PlayerPuuids, db.MatchParticipants);
        var rows = await (
            from row in tracked
            join game in games on row.GameId equals game.RiotMatchId
            join player in players on row.PlayerId equals player.Id
            select new
            {
                row.Id,
                row.GameId,
                Today = player.GameName,
                Then = seats.Where(seat => seat.MatchId == row.GameId && ids.Any(id => id.PlayerId == row.PlayerId && id.Puuid == seat.Puuid)).Select(seat => seat.GameName).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var named = await watched.NamesInAsync([.. rows.Select(row => row.GameId).Distinct()], cancellationToken);
        return [.. rows.Where(row => named.TryGetValue(row.GameId, out var names) && !names.Contains(row.Then is { Length: > 0 } then ? then : row.Today ?? "")).Select(row => row.Id)];
    }
}
