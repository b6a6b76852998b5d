using System.Globalization;
using Microsoft.Data.Sqlite;
using MnM.Collector.Tft.Rows;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>The yardstick of questions: the unit rows of one patch in a plain table, of which SQLite counts all and adds up the placements.</summary>
internal sealed class PlainRows : IDisposable
{
    private static readonly string[] Columns = ["match_id", "ended", "patch", "tft_set", "queue", "placement", "level", "last_round", "gold", "tier", "points", "unit", "star", "rarity", "items"];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    public PlainRows(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Run($"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE unit_rows (id INTEGER PRIMARY KEY, {string.Join(", ", Columns)})");
        _insert = _connection.CreateCommand();
        _insert.CommandText = $"INSERT INTO unit_rows ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => $"${column}"))})";
        foreach (var column in Columns)
        {
            _insert.Parameters.AddWithValue($"${column}", DBNull.Value);
        }
    }

    public void Add(IEnumerable<FlatMatch> matches)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var match in matches)
        {
            foreach (var board in match.Boards)
            {
                foreach (var unit in board.Units)
                {
                    Add(
                        match.MatchId, match.EndedAt.ToUnixTimeSeconds(), match.Patch.Code, match.Set, match.Queue, board.Placement, board.Level, board.LastRound, board.GoldLeft,
                        (int)(board.Standing?.Tier ?? 0), board.Standing?.LeaguePoints ?? -1, unit.Unit, unit.Star, unit.Rarity, string.Join(',', unit.Items));
                }
            }
        }

        transaction.Commit();
    }

    /// <summary>Rows and the sum of their placements.</summary>
    public (long Rows, long Placements) Sum(int patch)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT count(*), sum(placement) FROM unit_rows WHERE patch = {patch}");
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private void Add(params object[] values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            _insert.Parameters[at].Value = values[at];
        }

        _insert.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
