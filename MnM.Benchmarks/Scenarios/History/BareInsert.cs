using Microsoft.Data.Sqlite;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>The yardstick of storing matches: their compressed bytes, a row in a transaction of its own, with the settings of MnM's database and nothing else.</summary>
internal sealed class BareInsert : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    public BareInsert(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE rows (id INTEGER PRIMARY KEY, payload BLOB NOT NULL);";
        command.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO rows (payload) VALUES (@payload)";
        _insert.Parameters.Add("@payload", SqliteType.Blob);
        _insert.Prepare();
    }

    public void Run(byte[] payload)
    {
        _insert.Parameters[0].Value = payload;
        _insert.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
