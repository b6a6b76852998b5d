using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Which of a player's matches are wanted; null wants all.</summary>
/// <param name="Year">Of the start, UTC.</param>
/// <param name="QueueId">Riot's number.</param>
/// <param name="ChampionId">Riot's number of the champion that the player had.</param>
/// <param name="After">Riot's id of a match: those that come after it in the list, so older ones.</param>
/// <param name="WithoutCustom">Whether custom games are left out.</param>
public sealed record MatchFilter(int? Year = null, int? QueueId = null, int? ChampionId = null, string? After = null, bool WithoutCustom = false)
{
    /// <summary>Riot's ids of matches that are left out.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}

/// <summary>A part of a list.</summary>
/// <param name="Ids">Riot's ids, the latest match first.</param>
/// <param name="Total">How many there are in the whole list.</param>
public sealed record MatchListPage(ImmutableArray<string> Ids, int Total);

/// <summary>Lists a player's stored matches.</summary>
public sealed class MatchListQuery(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>A part of the list of a player's matches; those without a time are its end.</summary>
    /// <param name="playerId">MnM's own id.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="skip">How many of the latest are left out.</param>
    /// <param name="take">How many are told.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<MatchListPage> ReadAsync(long playerId, MatchFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // Otherwise each of the queries would open it anew.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var seats = await SeatsAsync(db, playerId, filter, cancellationToken);

        // By the index alone: nobody begins two games in one millisecond, and a second key would have the rows of all pages before read.
        var ids = await seats.OrderByDescending(one => one.StartedAt).Skip(skip).Take(take).Select(one => one.MatchId).ToListAsync(cancellationToken);
        return new MatchListPage([.. ids], await seats.CountAsync(cancellationToken));
    }

    /// <summary>Whether a match is stored: behind one that is not, no list goes on.</summary>
    public async Task<bool> IsStoredAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matches = db.Matches;
        return await matches.AnyAsync(match => match.Id == matchId, cancellationToken);
    }

    /// <summary>Whether any match of the player is stored.</summary>
    public async Task<bool> AnyAsync(long playerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (await SeatsAsync(db, playerId, new MatchFilter(), cancellationToken)).AnyAsync(cancellationToken);
    }

    private static async Task<IQueryable<MatchParticipant>> SeatsAsync(MnmDbContext db, long playerId, MatchFilter filter, CancellationToken cancellationToken)
    {
        var (matches, puuids) = (db.Matches, await PlayerIds.OfAsync(db, playerId, cancellationToken));
        var seats = db.MatchParticipants.AsNoTracking().Where(one => puuids.Contains(one.Puuid!));
        if (filter.ChampionId is { } champion)
        {
            seats = seats.Where(one => one.ChampionId == champion);
        }

        if (filter.Year is { } year)
        {
            var (from, to) = (new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(year, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
            seats = seats.Where(one => one.StartedAt >= from && one.StartedAt <= to);
        }

        if (filter.QueueId is { } queue)
        {
            seats = seats.Where(one => matches.Any(match => match.Id == one.MatchId && match.QueueId == queue));
        }

        if (filter.WithoutCustom)
        {
            seats = seats.Where(one => matches.Any(match => match.Id == one.MatchId && match.QueueId != Match.CustomQueue));
        }

        if (filter.Without.ToList() is { Count: > 0 } without)
        {
            seats = seats.Where(one => !without.Contains(one.MatchId));
        }

        if (filter.After is { } last)
        {
            // Behind one without a time there is nothing to go by.
            seats = await matches.Where(match => match.Id == last).Select(match => match.StartedAt).FirstOrDefaultAsync(cancellationToken) is { } start
                ? seats.Where(one => one.StartedAt < start || one.StartedAt == null)
                : seats.Where(one => false);
        }

        return seats;
    }
}
