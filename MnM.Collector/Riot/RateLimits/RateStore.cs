using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MnM.Collector.Storage;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// The windows of every scope in the database: all processes on it share them, and they survive a restart. A request is booked before it is sent,
/// so that a kill right after never frees its place.
/// </summary>
internal sealed class RateStore(IDbContextFactory<MnmDbContext> contexts, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, (RollingWindows Windows, long Version)> _scopes = [];
    private readonly SemaphoreSlim _gate = new(1);
    private RateConnection? _connection;

    /// <summary>Runs <paramref name="change"/> on the newest windows of some scopes and stores what it changes, while no other process can.</summary>
    /// <param name="scopes">The scopes it may touch.</param>
    /// <param name="change">Takes the windows in the order of <paramref name="scopes"/>. It must not wait.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <exception cref="DbException">The database does not answer; nothing was changed.</exception>
    public async Task ChangeAsync(IReadOnlyList<string> scopes, Action<IReadOnlyList<RollingWindows>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _connection ??= await RateConnection.OpenAsync(contexts, cancellationToken);
            await ChangeAsync(_connection, scopes, change, cancellationToken);
        }
        catch
        {
            // What is in memory may be ahead of what is stored: all is read again.
            _scopes.Clear();
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

    private async Task ChangeAsync(RateConnection connection, IReadOnlyList<string> scopes, Action<IReadOnlyList<RollingWindows>> change, CancellationToken cancellationToken)
    {
        await using var begun = await connection.BeginAsync(cancellationToken);
        var transaction = begun.GetDbTransaction();
        var windows = new RollingWindows[scopes.Count];
        for (var place = 0; place < scopes.Count; place++)
        {
            windows[place] = await ReadAsync(connection, transaction, scopes[place], cancellationToken);
        }

        change(windows);
        for (var place = 0; place < scopes.Count; place++)
        {
            if (windows[place].HasChanged)
            {
                await WriteAsync(connection, transaction, scopes[place], windows[place], cancellationToken);
            }
        }

        await begun.CommitAsync(cancellationToken);
    }

    private async Task<RollingWindows> ReadAsync(RateConnection connection, DbTransaction transaction, string scope, CancellationToken cancellationToken)
    {
        var (windows, version) = _scopes.TryGetValue(scope, out var known) ? known : (new RollingWindows(), 0);
        if (await connection.FindScopeAsync(scope, version, transaction, cancellationToken) is { } stored)
        {
            windows.Restore(RateLimit.Parse(stored.Limits), stored.Next, stored.PausedUntil, stored.Blocks);
            var latest = (time.GetUtcNow() + RateLimiter.LongestRequest).ToUnixTimeMilliseconds();
            await connection.ReadWindowsAsync(scope, version, (block, times) => windows.Restore(block, times, latest), transaction, cancellationToken);
            version = stored.Version;
        }

        _scopes[scope] = (windows, version);
        return windows;
    }

    private async Task WriteAsync(RateConnection connection, DbTransaction transaction, string scope, RollingWindows windows, CancellationToken cancellationToken)
    {
        var version = _scopes[scope].Version + 1;
        await connection.WriteAsync(
            new RateScope
            {
                Scope = scope,
                Limits = string.Join(',', windows.Limits),
                Next = windows.Next,
                PausedUntil = windows.PausedUntil,
                Blocks = windows.Blocks,
                Version = version,
            },
            transaction,
            cancellationToken);
        foreach (var block in windows.ChangedBlocks)
        {
            await connection.WriteAsync(new RateWindow { Scope = scope, Block = block, Version = version, Times = windows.Block(block) }, transaction, cancellationToken);
        }

        windows.Stored();
        _scopes[scope] = (windows, version);
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
