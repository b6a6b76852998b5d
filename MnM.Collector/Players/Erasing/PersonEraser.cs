using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Storage;

namespace MnM.Collector.Players.Erasing;

/// <summary>Forgets a person: all slices forget in one transaction, or none does.</summary>
public sealed partial class PersonEraser
{
    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly PlayerStore _store;
    private readonly IEnumerable<IPersonTraces> _traces;
    private readonly ILogger<PersonEraser> _logger;

    internal PersonEraser(IDbContextFactory<MnmDbContext> contexts, PlayerStore store, IEnumerable<IPersonTraces> traces, ILogger<PersonEraser> logger) =>
        (_contexts, _store, _traces, _logger) = (contexts, store, traces, logger);

    /// <summary>Forgets whom an address names; false where nobody of that name is known.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer; nothing is forgotten.</exception>
    public async Task<bool> EraseAsync(PlayerPath path, CancellationToken cancellationToken)
    {
        // What Riot tells of a player meanwhile waits, so that it cannot come between.
        var erased = await _store.ChangeAsync(async db => await EraseAsync(db, path, cancellationToken), cancellationToken);
        if (erased)
        {
            Log.Erased(_logger);
            foreach (var traces in _traces)
            {
                traces.Erased();
            }
        }

        return erased;
    }

    private async Task<bool> EraseAsync(MnmDbContext db, PlayerPath path, CancellationToken cancellationToken)
    {
        var (players, ids) = (db.Players, db.PlayerPuuids);
        var (key, puuid) = (PlayerQueries.KeyOf(path.GameName, path.TagLine), path.Puuid?.Value);
        if (await players.AsNoTracking().FirstOrDefaultAsync(
            player => puuid == null ? player.RiotIdKey == key : ids.Any(id => id.Puuid == puuid && id.PlayerId == player.Id), cancellationToken) is not { } found)
        {
            return false;
        }

        var known = await ids.Where(id => id.PlayerId == found.Id).Select(id => id.Puuid).ToListAsync(cancellationToken);
        ErasedPerson person = new(found.Id, found.GameName ?? "", found.TagLine ?? "", [.. known]);

        // What is built on other rows is found by them, and so goes first.
        foreach (var traces in _traces.Reverse())
        {
            await traces.EraseAsync(db, person, cancellationToken);
        }

        await db.Users.Where(user => user.PlayerId == found.Id).ExecuteDeleteAsync(cancellationToken);
        await db.RankHistory.Where(rank => rank.PlayerId == found.Id).ExecuteDeleteAsync(cancellationToken);
        await db.PlayerMasteries.Where(masteries => masteries.PlayerId == found.Id).ExecuteDeleteAsync(cancellationToken);
        await db.PlayerPuuids.Where(id => id.PlayerId == found.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Players.Where(player => player.Id == found.Id).ExecuteDeleteAsync(cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A person was erased")]
        public static partial void Erased(ILogger logger);
    }
}
