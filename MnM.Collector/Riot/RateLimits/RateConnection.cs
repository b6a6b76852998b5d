using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>Prepared commands on a kept connection: the limiter asks and stores before each request, which a change tracker would make dear.</summary>
internal sealed class RateConnection : IAsyncDisposable
{
    private readonly MnmDbContext _db;
    private readonly DbConnection _connection;
    private readonly DbCommand _readScopes;
    private readonly DbCommand _readWindows;
    private readonly DbCommand _forget;
    private readonly RowWriter<RateScope> _scopes;
    private readonly RowWriter<RateWindow> _windows;

    private RateConnection(MnmDbContext db)
    {
        (_db, _connection) = (db, db.Database.GetDbConnection());
        _readScopes = Command("SELECT scope, limits, paused_until, version FROM rate_scopes WHERE version > @version", "@version");
        _readWindows = Command("SELECT at, requests FROM rate_windows WHERE scope = @scope AND version > @version", "@scope", "@version");
        _forget = Command("DELETE FROM rate_windows WHERE scope = @scope AND at < @before", "@scope", "@before");
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
    public ValueTask<DbTransaction> BeginAsync(CancellationToken cancellationToken) => _connection.BeginTransactionAsync(cancellationToken);

    /// <summary>Adds the scopes that were changed after <paramref name="version"/>.</summary>
    public async Task ReadScopesAsync(long version, List<RateScope> scopes, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        _readScopes.Parameters[0].Value = version;
        _readScopes.Transaction = transaction;
        await using var reader = await _readScopes.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            scopes.Add(new RateScope { Scope = reader.GetString(0), Limits = reader.GetString(1), PausedUntil = reader.GetInt64(2), Version = reader.GetInt64(3) });
        }
    }

    /// <summary>Hands out what was changed of a scope after <paramref name="version"/>.</summary>
    public async Task ReadWindowsAsync(string scope, long version, RollingWindows windows, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        (_readWindows.Parameters[0].Value, _readWindows.Parameters[1].Value) = (scope, version);
        _readWindows.Transaction = transaction;
        await using var reader = await _readWindows.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            windows.Restore(new Booking(reader.GetInt64(0), reader.GetInt32(1)));
        }
    }

    /// <summary>Deletes what no window reaches any more.</summary>
    public async Task ForgetAsync(string scope, long before, DbTransaction transaction, CancellationToken cancellationToken)
    {
        (_forget.Parameters[0].Value, _forget.Parameters[1].Value) = (scope, before);
        _forget.Transaction = transaction;
        await _forget.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task WriteAsync(RateScope scope, DbTransaction transaction, CancellationToken cancellationToken) => _scopes.WriteAsync(scope, transaction, cancellationToken);

    public Task WriteAsync(RateWindow window, DbTransaction transaction, CancellationToken cancellationToken) => _windows.WriteAsync(window, transaction, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _scopes.Dispose();
        _windows.Dispose();
        await _readScopes.DisposeAsync();
        await _readWindows.DisposeAsync();
        await _forget.DisposeAsync();
        await _db.DisposeAsync();
    }

    private DbCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
