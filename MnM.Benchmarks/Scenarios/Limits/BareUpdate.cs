using Microsoft.Data.Sqlite;

namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>The yardstick of the queue: one row is updated by its key in a transaction of its own, with the settings of MnM's database and nothing else.</summary>
internal sealed class BareUpdate : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _update;

    public BareUpdate(string file, int rows)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
            CREATE TABLE rows (id INTEGER PRIMARY KEY, state TEXT NOT NULL, ended_at TEXT, payload TEXT NOT NULL);
            WITH RECURSIVE number(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < {rows})
            INSERT INTO rows SELECT id, 'Open', NULL, hex(zeroblob(50)) FROM number;
            """;
        command.ExecuteNonQuery();
        _update = _connection.CreateCommand();
        _update.CommandText = "UPDATE rows SET state = 'Done', ended_at = @ended_at WHERE id = @id";
        _update.Parameters.Add("@ended_at", SqliteType.Text);
        _update.Parameters.Add("@id", SqliteType.Integer);
        _update.Prepare();
    }

    public void Run(int id, string at)
    {
        (_update.Parameters[0].Value, _update.Parameters[1].Value) = (at, id);
        if (_update.ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException($"There is no row {id}.");
        }
    }

    public void Dispose()
    {
        _update.Dispose();
        _connection.Dispose();
    }
}
