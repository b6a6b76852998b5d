using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MnM.Collector.Storage;

/// <summary>
/// Writes rows of one table by a prepared command, for what is written every second: a change tracker costs many times as much.
/// Columns and conversions come from the model, so that a column that is added to an entity is written too. The context's connection stays open.
/// </summary>
internal sealed class RowWriter<T> : IDisposable
    where T : class
{
    private readonly DbCommand _command;
    private readonly Column[] _columns;

    private RowWriter(DbContext db, IReadOnlyCollection<IProperty> properties, string sql, Func<T, IProperty, object>? partOf = null)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.CommandText = sql;
        _columns = [.. properties.Select(property => new Column(property, _command, partOf ?? (static (row, _) => row)))];
        _command.Prepare();
    }

    /// <summary>Adds rows.</summary>
    public static RowWriter<T> Insert(DbContext db)
    {
        var table = new Table(db, typeof(T));
        return new(db, table.Columns, table.Insert());
    }

    /// <summary>Adds rows of a table that two entities share, of which <typeparamref name="T"/> holds both; one whose key is there already stays.</summary>
    public static RowWriter<T> InsertNew<TOne, TOther>(DbContext db, Func<T, TOne> one, Func<T, TOther> other)
        where TOne : class
        where TOther : class
    {
        var (table, rest) = (new Table(db, typeof(TOne)), new Table(db, typeof(TOther)));
        IReadOnlyCollection<IProperty> columns = [.. table.Columns, .. rest.Columns.Except(rest.Key)];
        return new(
            db, columns, $"{table.Insert(columns)} ON CONFLICT ({table.Names(table.Key)}) DO NOTHING", (row, property) => property.DeclaringType.ClrType == typeof(TOne) ? one(row) : other(row));
    }

    /// <summary>Adds rows; one whose key is there already takes over the new values, except for <paramref name="kept"/>.</summary>
    public static RowWriter<T> Upsert(DbContext db, params string[] kept)
    {
        var table = new Table(db, typeof(T));
        var changed = table.Columns.Except(table.Key).Where(property => !kept.Contains(property.Name));
        return new(db, table.Columns, $"{table.Insert()} ON CONFLICT ({table.Names(table.Key)}) DO UPDATE SET {string.Join(", ", changed.Select(property => $"{table.Name(property)} = excluded.{table.Name(property)}"))}");
    }

    /// <summary>Changes the given columns of rows that are there.</summary>
    public static RowWriter<T> Update(DbContext db, params string[] changed)
    {
        var table = new Table(db, typeof(T));
        var values = table.Columns.Where(property => changed.Contains(property.Name)).ToList();
        return new(db, [.. values, .. table.Key], $"UPDATE {table.Quoted} SET {table.Assign(values, ", ")} WHERE {table.Assign(table.Key, " AND ")}");
    }

    /// <summary>Writes a row; answers how many it changed.</summary>
    public Task<int> WriteAsync(T row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var column in _columns)
        {
            column.Take(row);
        }

        _command.Transaction = transaction;
        return _command.ExecuteNonQueryAsync(cancellationToken);
    }

    public void Dispose() => _command.Dispose();

    private static string Parameter(IProperty property) => "@" + property.GetColumnName();

    private sealed class Table
    {
        private readonly IEntityType _entity;
        private readonly ISqlGenerationHelper _sql;

        public Table(DbContext db, Type entity)
        {
            _entity = db.Model.FindEntityType(entity)!;
            _sql = db.GetService<ISqlGenerationHelper>();
            Columns = [.. _entity.GetProperties()];
        }

        public IReadOnlyCollection<IProperty> Columns { get; }

        public IReadOnlyCollection<IProperty> Key => _entity.FindPrimaryKey()!.Properties;

        public string Quoted => _sql.DelimitIdentifier(_entity.GetTableName()!);

        public string Name(IProperty property) => _sql.DelimitIdentifier(property.GetColumnName());

        public string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(Name));

        public string Assign(IEnumerable<IProperty> properties, string between) =>
            string.Join(between, properties.Select(property => $"{Name(property)} = {Parameter(property)}"));

        public string Insert() => Insert(Columns);

        public string Insert(IReadOnlyCollection<IProperty> columns) => $"INSERT INTO {Quoted} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select(Parameter))})";
    }

    private sealed class Column
    {
        private readonly Func<T, object> _part;
        private readonly IClrPropertyGetter _getter;
        private readonly ValueConverter? _converter;
        private readonly DbParameter _parameter;

        public Column(IProperty property, DbCommand command, Func<T, IProperty, object> partOf)
        {
            var mapping = property.GetRelationalTypeMapping();
            _part = row => partOf(row, property);
            (_getter, _converter) = (property.GetGetter(), mapping.Converter);
            _parameter = mapping.CreateParameter(command, Parameter(property), value: null, property.IsNullable);
            command.Parameters.Add(_parameter);
        }

        public void Take(T row)
        {
            var value = _getter.GetClrValue(_part(row));
            _parameter.Value = (_converter is null ? value : _converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
    }
}
