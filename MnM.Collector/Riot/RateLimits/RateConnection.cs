using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MnM.Collector.Storage;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>Prepared commands on a kept connection: the limiter asks and stores before each request, which a change tracker would make dear.</summary>
internal sealed class RateConnection : IAsyncDisposable
{
    private readonly MnmDbContext _db;
    private readonly DbCommand _findScope;
    private readonly DbCommand _readWindows;
    private readonly RowWriter<RateScope> _scopes;
    private readonly RowWriter<RateWindow> _windows;

    private RateConnection(MnmDbContext db)
    {
        _db = db;
        _findScope = Command("SELECT limits, next, paused_until, blocks, version FROM rate_scopes WHERE scope = @scope AND version > @version");
        _readWindows = Command("SELECT block, times FROM rate_windows WHERE scope = @scope AND version > @version");
        _scopes = RowWriter<RateScope>.Upsert(db);
        _windows = RowWriter<RateWindow>.Upsert(db);
    }

    public static async Task<RateConnection> OpenAsync(IDbContextFactory<MnmDbContext> contexts, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            return new RateConnection(db);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>A transaction that no other writer shares the database with.</summary>
    public async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken) => await _db.Database.BeginTransactionAsync(cancellationToken);

    /// <summary>The scope where it was changed after <paramref name="version"/>; null otherwise.</summary>
    public async Task<RateScope?> FindScopeAsync(string scope, long version, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var reader = await ReadAsync(_findScope, scope, version, transaction, cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new RateScope
            {
                Scope = scope,
                Limits = reader.GetString(0),
                Next = reader.GetInt64(1),
                PausedUntil = reader.GetInt64(2),
                Blocks = reader.GetInt32(3),
                Version = reader.GetInt64(4),
            }
            : null;
    }

    /// <summary>Hands out the blocks that were changed after <paramref name="version"/>.</summary>
    public async Task ReadWindowsAsync(string scope, long version, Action<int, byte[]> take, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var reader = await ReadAsync(_readWindows, scope, version, transaction, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            take(reader.GetInt32(0), await reader.GetFieldValueAsync<byte[]>(1, cancellationToken));
        }
    }

    public Task WriteAsync(RateScope scope, DbTransaction transaction, CancellationToken cancellationToken) => _scopes.WriteAsync(scope, transaction, cancellationToken);

    public Task WriteAsync(RateWindow window, DbTransaction transaction, CancellationToken cancellationToken) => _windows.WriteAsync(window, transaction, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _scopes.Dispose();
        _windows.Dispose();
        await _findScope.DisposeAsync();
        await _readWindows.DisposeAsync();
        await _db.DisposeAsync();
    }

    private DbCommand Command(string sql)
    {
        var command = _db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var name in new[] { "@scope", "@version" })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static Task<DbDataReader> ReadAsync(DbCommand command, string scope, long version, DbTransaction transaction, CancellationToken cancellationToken)
    {
        command.Parameters[0].Value = scope;
        command.Parameters[1].Value = version;
        command.Transaction = transaction;
        return command.ExecuteReaderAsync(cancellationToken);
    }
}
