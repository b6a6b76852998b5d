using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// The windows of every scope in the database: all processes on it share them, and they survive a restart. A request is booked before it is sent,
/// so that a kill right after never frees its place.
/// </summary>
internal sealed class RateStore(IDbContextFactory<MnmDbContext> contexts, TimeProvider time) : IAsyncDisposable
{
    private const long ForgetEvery = 60_000;

    private readonly Dictionary<string, RollingWindows> _scopes = [];
    private readonly List<RateScope> _changedScopes = [];
    private readonly WallClock _clock = new(time);
    private readonly SemaphoreSlim _gate = new(1);
    private RateConnection? _connection;
    private long _version;
    private long _forgotAt;

    /// <summary>Runs <paramref name="change"/> on the newest windows and stores what it changes, while no other process can.</summary>
    /// <param name="change">Is given the windows of a scope by its name, and the time. It must not wait.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <exception cref="System.Data.Common.DbException">The database does not answer; nothing was changed.</exception>
    public Task ChangeAsync(Action<Func<string, RollingWindows>, long> change, CancellationToken cancellationToken) =>
        UseAsync(connection => ChangeAsync(connection, change, cancellationToken), cancellationToken);

    /// <summary>Shows the newest windows to <paramref name="look"/>, which changes nothing. No other program waits for it.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public Task ReadAsync(Action<Func<string, RollingWindows>, long> look, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await RenewAsync(connection, null, cancellationToken);
            look(Of, _clock.Now);
        },
        cancellationToken);

    private async Task UseAsync(Func<RateConnection, Task> use, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await use(_connection ??= await RateConnection.OpenAsync(contexts, cancellationToken));
        }
        catch
        {
            // What is in memory may be ahead of what is stored: all is read again.
            _scopes.Clear();
            _version = 0;
            await CloseAsync();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _gate.Dispose();
    }

    private async Task ChangeAsync(RateConnection connection, Action<Func<string, RollingWindows>, long> change, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginAsync(cancellationToken);
        await RenewAsync(connection, transaction, cancellationToken);
        var now = _clock.Now;
        FollowClock(now);
        change(Of, now);
        await StoreAsync(connection, now, transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes over what other processes have changed since the last time.</summary>
    private async Task RenewAsync(RateConnection connection, System.Data.Common.DbTransaction? transaction, CancellationToken cancellationToken)
    {
        _changedScopes.Clear();
        await connection.ReadScopesAsync(_version, _changedScopes, transaction, cancellationToken);
        foreach (var stored in _changedScopes)
        {
            var windows = Of(stored.Scope);
            windows.Restore(RateLimit.Parse(stored.Limits), stored.PausedUntil);
            await connection.ReadWindowsAsync(stored.Scope, _version, windows, transaction, cancellationToken);
        }

        foreach (var stored in _changedScopes)
        {
            _version = Math.Max(_version, stored.Version);
        }
    }

    /// <summary>A clock that was set forward would free places early; one that was set back, keep them too long. So would times that a process left before that.</summary>
    private void FollowClock(long now)
    {
        var set = _clock.Look();
        var latest = now + (2 * (long)RateLimiter.LongestRequest.TotalMilliseconds);
        foreach (var windows in _scopes.Values)
        {
            if (set > TimeSpan.Zero || windows.Open(latest) > 0)
            {
                windows.Shift(Math.Max(0, (long)set.TotalMilliseconds), latest);
            }
        }
    }

    private async Task StoreAsync(RateConnection connection, long now, System.Data.Common.DbTransaction transaction, CancellationToken cancellationToken)
    {
        var version = _version;
        foreach (var (scope, windows) in _scopes)
        {
            if (!windows.HasChanged)
            {
                continue;
            }

            version = _version + 1;
            await connection.WriteAsync(
                new RateScope { Scope = scope, Limits = string.Join(',', windows.Limits), PausedUntil = windows.PausedUntil, Version = version }, transaction, cancellationToken);
            foreach (var (at, requests) in windows.Changed)
            {
                await connection.WriteAsync(new RateWindow { Scope = scope, At = at, Requests = requests, Version = version }, transaction, cancellationToken);
            }

            windows.Stored();
        }

        if (now - _forgotAt is < 0 or > ForgetEvery)
        {
            foreach (var (scope, windows) in _scopes)
            {
                await connection.ForgetAsync(scope, windows.Forget(now), transaction, cancellationToken);
            }

            _forgotAt = now;
        }

        _version = version;
    }

    private RollingWindows Of(string scope)
    {
        if (!_scopes.TryGetValue(scope, out var windows))
        {
            _scopes[scope] = windows = new RollingWindows();
        }

        return windows;
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
