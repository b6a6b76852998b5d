using System.Globalization;
using Microsoft.Data.Sqlite;
using MnM.Simulator.World.Careers;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>What an import has left in the database.</summary>
internal sealed class StoredImport
{
    private readonly Dictionary<string, string> _states = [];
    private readonly HashSet<string> _matches = [];

    /// <summary>Matches that the import lists.</summary>
    public int Items => _states.Count;

    /// <summary>Those that it says are stored.</summary>
    public int Done => _states.Values.Count(state => state == "Done");

    /// <summary>Rows that are there more than once, beyond the first: of an import's matches, and of the people of a match.</summary>
    public int Twice { get; private set; }

    /// <summary>When the last match of the import was stored.</summary>
    public DateTimeOffset LastStored { get; private set; }

    public static StoredImport Read(string database, string job)
    {
        var stored = new StoredImport();
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Each(connection, "SELECT id, '' FROM matches", (id, _) => stored._matches.Add(id));
        Each(connection, $"SELECT match_id, state FROM import_items WHERE job_id = '{job}'", (id, state) => stored.Twice += stored._states.TryAdd(id, state) ? 0 : 1);
        Each(connection, "SELECT match_id, COUNT(*) - COUNT(DISTINCT coalesce(puuid, number)) FROM match_participants GROUP BY match_id", (_, twice) => stored.Twice += int.Parse(twice, CultureInfo.InvariantCulture));
        Each(connection, $"SELECT max(ended_at), '' FROM import_items WHERE job_id = '{job}' AND state = 'Done' AND ended_at IS NOT NULL HAVING count(*) > 0", (at, _) => stored.LastStored = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        return stored;
    }

    /// <summary>Whether a match came to the end that it has: stored, or given up where it cannot be read.</summary>
    public bool Has(CareerGame game) => _states.TryGetValue(game.MatchId, out var state)
        && (Veteran.IsReadable(game) ? state == "Done" && _matches.Contains(game.MatchId) : state is "NotFound" or "Private" or "Failed" && !_matches.Contains(game.MatchId));

    private static void Each(SqliteConnection connection, string sql, Action<string, string> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader.GetString(0), reader.GetString(1));
        }
    }
}
