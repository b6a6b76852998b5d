using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches.Pool;

/// <summary>Where a page of matches ends: the next begins after it.</summary>
public sealed record MatchCursor(DateTimeOffset StartedAt, string MatchId)
{
    /// <summary>The cursor after a match of <see cref="RecentMatches"/>.</summary>
    public static MatchCursor After(PlayedMatch last) => new(last.Participant.StartedAt!.Value, last.Participant.MatchId);
}

/// <summary>Reads a player's stored matches page by page, the latest first. Brawl is left out, and what was called off before it began, which has no place in time.</summary>
public sealed class RecentMatches(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>A page.</summary>
    /// <param name="player">Whose.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">The end of a page before; null begins with the latest.</param>
    /// <param name="skip">So many more are passed over, where somebody leaps.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<PlayedMatch>> PageAsync(KnownPlayer player, PoolFilter filter, MatchCursor? after, int skip, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await PlayerIds.OfAsync(db, player.Puuid, cancellationToken);
        return [.. await Page(db, ids, filter, after).Skip(skip).Take(count).ToListAsync(cancellationToken)];
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(KnownPlayer player, PoolFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Matches(db, await PlayerIds.OfAsync(db, player.Puuid, cancellationToken), filter, after: null).CountAsync(cancellationToken);
    }

    /// <summary>In their order, from the cursor on.</summary>
    internal static IQueryable<PlayedMatch> Page(MnmDbContext db, List<string> ids, PoolFilter filter, MatchCursor? after) =>
        Matches(db, ids, filter, after).OrderByDescending(row => row.One.StartedAt).ThenByDescending(row => row.One.MatchId).Select(row => new PlayedMatch(row.Match, row.One));

    private static IQueryable<Row> Matches(MnmDbContext db, List<string> ids, PoolFilter filter, MatchCursor? after)
    {
        var rows = Participants(db, ids, filter, after).Join(db.Matches.AsNoTracking(), one => one.MatchId, match => match.Id, (one, match) => new Row { Match = match, One = one })
            .Where(row => row.Match.QueueId != Brawl.Queue && !row.Match.Mode.Contains(Brawl.Mode));
        if (filter.WithoutCustom)
        {
            rows = rows.Where(row => row.Match.QueueId != Match.CustomQueue);
        }

        if (filter.Without.ToList() is { Count: > 0 } without)
        {
            rows = rows.Where(row => !without.Contains(row.Match.Id));
        }

        if (filter.Queue is { } queue)
        {
            rows = rows.Where(row => row.Match.QueueId == queue);
        }

        if (filter.Patch is { } patch)
        {
            rows = rows.Where(row => row.Match.Patch == patch);
        }

        return filter.Result switch
        {
            MatchResult.None => rows.Where(row => row.Match.IsRemake || row.Match.EndReason!.StartsWith(Match.Abort)),
            { } result => rows.Where(row => row.One.Win == (result == MatchResult.Won) && !row.Match.IsRemake && (row.Match.EndReason == null || !row.Match.EndReason.StartsWith(Match.Abort))),
            null => rows,
        };
    }

    private static IQueryable<MatchParticipant> Participants(MnmDbContext db, List<string> ids, PoolFilter filter, MatchCursor? after)
    {
        var participants = db.MatchParticipants.AsNoTracking().Where(one => one.StartedAt != null);

        // Of one id the index gives the matches in their order, and a page reads no more than itself.
        participants = ids is [var id] ? participants.Where(one => one.Puuid == id) : participants.Where(one => ids.Contains(one.Puuid!));
        if (after is { StartedAt: var at, MatchId: var last })
        {
            participants = participants.Where(one => one.StartedAt <= at && (one.StartedAt < at || string.Compare(one.MatchId, last) < 0));
        }

        if (filter.From is { } from)
        {
            participants = participants.Where(one => one.StartedAt >= from);
        }

        if (filter.Before is { } before)
        {
            participants = participants.Where(one => one.StartedAt < before);
        }

        if (filter.Champion is { } champion)
        {
            participants = participants.Where(one => one.ChampionId == champion);
        }

        return filter.Role is { } role ? participants.Where(one => one.Position == role) : participants;
    }

    private sealed class Row
    {
        public required Match Match { get; init; }
        public required MatchParticipant One { get; init; }
    }
}
