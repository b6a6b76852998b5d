using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MnM.Collector.Storage.Exports;

/// <summary>Reads exports row by row: however large a table is, one row of it is in memory.</summary>
public sealed class ExportReader(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Begins to read; rows come as they were when it began.</summary>
    public async Task<ExportRows> OpenAsync(Export export, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = export.Sql ?? SqlOf(db, export.Name);
            return new(db, command, await command.ExecuteReaderAsync(cancellationToken), Flags(db));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>All columns but packed bytes, in the order of the key.</summary>
    private static string SqlOf(MnmDbContext db, string table)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var entities = db.Model.GetEntityTypes().Where(entity => entity.GetTableName() == table).ToList();
        var columns = entities.SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType != typeof(byte[])).Select(Name).Distinct();
        var key = entities[0].FindPrimaryKey()!.Properties.Select(Name);
        return $"SELECT {string.Join(", ", columns)} FROM {sql.DelimitIdentifier(table)} ORDER BY {string.Join(", ", key)}";

        string Name(IProperty property) => sql.DelimitIdentifier(property.GetColumnName());
    }

    /// <summary>Columns that say yes or no, which SQLite keeps as 1 and 0.</summary>
    private static ImmutableHashSet<string> Flags(MnmDbContext db) =>
        [.. db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(bool) || property.ClrType == typeof(bool?)).Select(property => property.GetColumnName())];
}

/// <summary>The rows of an export, to be read once.</summary>
public sealed class ExportRows : IAsyncDisposable
{
    private readonly MnmDbContext _db;
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly ImmutableArray<bool> _flags;

    internal ExportRows(MnmDbContext db, DbCommand command, DbDataReader reader, ImmutableHashSet<string> flags)
    {
        (_db, _command, _reader) = (db, command, reader);
        Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        _flags = [.. Columns.Select(flags.Contains)];
    }

    /// <summary>Names of the columns, in snake_case.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The rows: for each column text, a number, true or false, or nothing. The array is the same each time.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var row = new object?[Columns.Length];
        while (await _reader.ReadAsync(cancellationToken))
        {
            for (var place = 0; place < row.Length; place++)
            {
                row[place] = _reader.GetValue(place) switch
                {
                    DBNull => null,
                    long number when _flags[place] => number != 0,
                    var value => value,
                };
            }

            yield return row;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
        await _db.DisposeAsync();
    }
}
