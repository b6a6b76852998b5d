using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MnM.Collector.Backplane;

/// <summary>A prepared command on a context's open connection; each parameter has type and conversion of the column it is written to or compared with.</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand _command;
    private readonly (DbParameter Parameter, ValueConverter? Converter)[] _parameters;

    /// <summary>Parameters are named in the order in which values are given, each with its property of <see cref="WorkItem"/>.</summary>
    public Statement(DbContext db, string sql, params IReadOnlyList<(string Name, string Property)> parameters)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.CommandText = sql;
        var entity = db.Model.FindEntityType(typeof(WorkItem))!;
        _parameters = [.. parameters.Select(parameter =>
        {
            var property = entity.FindProperty(parameter.Property)!;
            var mapping = property.GetRelationalTypeMapping();
            var made = mapping.CreateParameter(_command, "@" + parameter.Name, value: null, nullable: true);
            _command.Parameters.Add(made);
            return (made, mapping.Converter);
        })];
        _command.Prepare();
    }

    /// <summary>What it says.</summary>
    public string Sql => _command.CommandText;

    /// <summary>Runs it; answers how many rows it changed.</summary>
    public Task<int> RunAsync(DbTransaction? transaction, CancellationToken cancellationToken, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        return _command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs it; answers its rows.</summary>
    public Task<DbDataReader> ReadAsync(DbTransaction? transaction, CancellationToken cancellationToken, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        return _command.ExecuteReaderAsync(cancellationToken);
    }

    public void Dispose() => _command.Dispose();

    private void Bind(DbTransaction? transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var index = 0; index < _parameters.Length; index++)
        {
            var (parameter, converter) = _parameters[index];
            parameter.Value = (converter is null ? values[index] : converter.ConvertToProvider(values[index])) ?? DBNull.Value;
        }
    }
}
