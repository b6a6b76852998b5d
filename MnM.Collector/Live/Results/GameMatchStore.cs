using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Results;

/// <summary>Knows which games that have ended still want their match, and joins the two.</summary>
internal sealed class GameMatchStore(IDbContextFactory<MnmDbContext> contexts, MatchQueries matches, WorkQueue queue, Feed<LiveState> states, IOptions<RiotOptions> riot, TimeProvider time)
{
    /// <summary>
    /// Games that have ended, bear a number, and have neither a match with its timeline nor a reason why there is none; the earliest first.
    /// A match may be there without its game having been told: who scouts or follows friends fetches it too.
    /// </summary>
    public async Task<IReadOnlyList<Game>> FindUnmatchedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, stored, timelines, absences) = (db.Games, db.Matches, db.MatchTimelines, db.MatchAbsences);
        return await games.AsNoTracking()
            .Where(game => !game.IsLive && game.ClientGameId != null
                && !timelines.Any(timeline => timeline.MatchId == game.RiotMatchId)
                && !stored.Any(match => match.Id == game.RiotMatchId && EF.Functions.Like(match.EndReason, "Abort%"))
                && !absences.Any(absence => absence.MatchId == game.RiotMatchId))
            .OrderBy(game => game.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Forgets what failed: another version of MnM may be able to read it. What the crawler gave up is tried again when somebody wants that.</summary>
    public async Task ForgetFailuresAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.MatchAbsences.Where(absence => absence.State == WorkState.Failed && absence.Part != MatchPart.Tactics).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Orders the match of a game. Answers false where its id cannot be known yet, since nobody told the platform.</summary>
    public async Task<bool> OrderAsync(Game game, CancellationToken cancellationToken)
    {
        if ((game.RiotMatchId ?? MatchIdOf(game)) is not { } matchId)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Games
            .Where(stored => stored.Id == game.Id && stored.RiotMatchId == null)
            .ExecuteUpdateAsync(stored => stored.SetProperty(row => row.RiotMatchId, matchId), cancellationToken);
        if (game.QueueId == 0)
        {
            await MatchStore.StoreAsync(db, CustomGame(matchId), cancellationToken);
        }
        else if (await matches.FindAsync(matchId, cancellationToken) is { } read)
        {
            await JoinAsync(db, read, Lane.Tracking, cancellationToken);
        }
        else
        {
            await queue.EnqueueAsync(db, [Work(MatchRunner.WorkKind, matchId, Lane.Tracking)], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Whether a match is of a game that MnM watched, whether that still runs, and when it ended; null where it is of none.</summary>
    public async Task<(bool IsLive, DateTimeOffset EndedAt)?> FindEndAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var games = db.Games;
        var game = await games.AsNoTracking().FirstOrDefaultAsync(game => game.RiotMatchId == matchId, cancellationToken);
        return game is null ? null : (game.IsLive, game.EndedAt ?? game.LastPolledAt);
    }

    /// <summary>Stores a match in the transaction that ends its work; its game learns who won, and its timeline is ordered.</summary>
    public async Task StoreAsync(MnmDbContext db, WorkLease item, FetchedMatch fetched, CancellationToken cancellationToken)
    {
        await MatchStore.StoreAsync(db, fetched, item.Attempts, cancellationToken);
        await JoinAsync(db, fetched.Read, item.Group.Lane, cancellationToken);
    }

    /// <summary>The game of a match learns who won, and the match's timeline is ordered.</summary>
    private async Task JoinAsync(MnmDbContext db, ReadMatch read, Lane lane, CancellationToken cancellationToken)
    {
        var (match, people) = read;
        var winner = match.IsRemake || match.IsAborted ? null : people.FirstOrDefault(one => one.Win)?.TeamId switch
        {
            100 => TeamView.Blue,
            200 => TeamView.Red,
            _ => null,
        };
        var games = db.Games.Where(game => game.RiotMatchId == match.Id);
        if (winner is not null)
        {
            await games.Where(game => game.WinningTeam == null).ExecuteUpdateAsync(game => game.SetProperty(row => row.WinningTeam, winner), cancellationToken);
        }

        if (!match.IsAborted && await games.AnyAsync(cancellationToken))
        {
            await queue.EnqueueAsync(db, [Work(TimelineRunner.WorkKind, match.Id, lane)], cancellationToken);
        }
    }

    private static NewWork Work(string kind, string matchId, Lane lane) => new(kind, matchId, lane) { Route = MatchIds.RegionOf(matchId) ?? "" };

    private MatchAbsence CustomGame(string matchId) => new()
    {
        MatchId = matchId,
        Part = MatchPart.Match,
        State = WorkState.NotFound,
        Reason = AbsenceReasons.Custom,
        ToldAt = time.GetUtcNow(),
    };

    private string? MatchIdOf(Game game) => (states.Current.Client.Platform ?? riot.Value.Platform) is { } platform
        ? string.Create(CultureInfo.InvariantCulture, $"{platform.ToUpperInvariant()}_{game.ClientGameId}")
        : null;
}
