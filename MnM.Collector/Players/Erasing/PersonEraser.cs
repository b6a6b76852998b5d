using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Storage;

namespace MnM.Collector.Players.Erasing;

/// <summary>
/// Forgets a person: each slice its own, bit by bit, and what the person is known by last. Whom not all could be erased of is still known, and can be erased again.
/// One after the other: an answer is freed of a person outside any transaction and then written whole, so two at once would each bring the other back into what names both.
/// Two processes on one database do not wait for each other; of people whom both erase at the same time, names may stay in such answers.
/// </summary>
public sealed partial class PersonEraser : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly PlayerStore _store;
    private readonly IEnumerable<IPersonTraces> _traces;
    private readonly ILogger<PersonEraser> _logger;

    internal PersonEraser(IDbContextFactory<MnmDbContext> contexts, PlayerStore store, IEnumerable<IPersonTraces> traces, ILogger<PersonEraser> logger) =>
        (_contexts, _store, _traces, _logger) = (contexts, store, traces, logger);

    /// <summary>Whether anything is stored of whom an address names: as a player, or as somebody who only stands in matches and games.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    /// <exception cref="OperationCanceledException">MnM ends.</exception>
    public Task<bool> KnowsAsync(PlayerPath path, CancellationToken cancellationToken) =>
        RunAsync(async (db, stop) => await FindAsync(db, path, stop) is not null, cancellationToken);

    /// <summary>Forgets whom an address names, after those who were asked for before. It may take a minute, in which others go on writing.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer; the person is still known, and may be erased in part.</exception>
    /// <exception cref="OperationCanceledException">MnM ends; the person is still known, and may be erased in part.</exception>
    public Task<ErasedAnswer> EraseAsync(PlayerPath path, CancellationToken cancellationToken) => RunAsync(
        async (db, stop) => await FindAsync(db, path, stop) is not { } person ? new ErasedAnswer.Unknown()
            : _traces.Select(traces => traces.FindHindrance(person)).FirstOrDefault(reason => reason is not null) is { } reason ? new ErasedAnswer.NotNow(reason)
            : await EraseAsync(db, person, stop),
        cancellationToken);

    /// <summary>Ends what runs at its next statement, and waits for that: the next MnM on this database would not wait for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _one.WaitAsync();
        _one.Dispose();
        _stop.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<MnmDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        var stop = either.Token;

        // SQLite works on the caller's thread, which may be a page's.
        return await Task.Run(
            async () =>
            {
                await _one.WaitAsync(stop);
                try
                {
                    await using var db = await _contexts.CreateDbContextAsync(stop);
                    return await work(db, stop);
                }
                finally
                {
                    _one.Release();
                }
            },
            stop);
    }

    private async Task<ErasedPerson?> FindAsync(MnmDbContext db, PlayerPath path, CancellationToken cancellationToken)
    {
        // All who were erased have that id: freed of it, their places would have it still.
        if (path.Is(ErasedPerson.Nobody))
        {
            return null;
        }

        var (players, ids) = (db.Players, db.PlayerPuuids);
        var (key, puuid) = (PlayerQueries.KeyOf(path.GameName, path.TagLine), path.Puuid?.Value);
        var player = await players.AsNoTracking().FirstOrDefaultAsync(
            player => puuid == null ? player.RiotIdKey == key : ids.Any(id => id.Puuid == puuid && id.PlayerId == player.Id), cancellationToken);
        var riotId = player is not null ? player.RiotIdKey : puuid is null ? key : null;
        var known = player is not null ? await ids.Where(id => id.PlayerId == player.Id).Select(id => id.Puuid).ToListAsync(cancellationToken) : puuid is null ? [] : [puuid];
        var person = new ErasedPerson(player?.Id ?? 0, riotId is null ? [] : [riotId], [.. known]) { RiotIdKey = riotId };
        var isKnown = player is not null;
        foreach (var traces in _traces)
        {
            if (await traces.RecogniseAsync(db, person, cancellationToken) is { } recognised)
            {
                (person, isKnown) = (recognised, true);
            }
        }

        return isKnown ? person : null;
    }

    private async Task<ErasedAnswer> EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        // What is built on other rows is found by them, and so goes first.
        foreach (var traces in _traces.Reverse())
        {
            await traces.EraseAsync(db, person, cancellationToken);
        }

        // What Riot tells of a player meanwhile waits, so that it cannot come between.
        await _store.ChangeAsync(store => ForgetAsync(store, person.PlayerId, cancellationToken), cancellationToken);
        Log.Erased(_logger);
        foreach (var traces in _traces)
        {
            traces.Erased();
        }

        return new ErasedAnswer.Erased();
    }

    private static async Task<int> ForgetAsync(MnmDbContext db, long id, CancellationToken cancellationToken)
    {
        await db.Users.Where(user => user.PlayerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.RankHistory.Where(rank => rank.PlayerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.PlayerMasteries.Where(masteries => masteries.PlayerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.PlayerPuuids.Where(known => known.PlayerId == id).ExecuteDeleteAsync(cancellationToken);
        return await db.Players.Where(player => player.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A person was erased")]
        public static partial void Erased(ILogger logger);
    }
}
