using Microsoft.Data.Sqlite;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>What a database that a killed MnM left holds of its one game.</summary>
/// <param name="Count">How many polls.</param>
/// <param name="Next">The number that the poll after the last one bears.</param>
internal sealed record StoredPolls(int Count, int Next)
{
    /// <summary>Polls that are missing between others.</summary>
    public int Holes => Next - Count;

    /// <summary>Reads a copy: whoever opens the files themselves mends them, and MnM would not meet what the kill left.</summary>
    /// <exception cref="InvalidOperationException">The database is damaged, or holds another number of games than one.</exception>
    public static async Task<StoredPolls> ReadAsync(string dataFolder, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        foreach (var file in Directory.GetFiles(dataFolder, "mnm.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, folder.File(Path.GetFileName(file)));
        }

        await using var connection = new SqliteConnection($"Data Source={folder.File("mnm.db")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT integrity_check FROM pragma_integrity_check), (SELECT COUNT(*) FROM games), COUNT(*), COALESCE(MAX(sequence), -1) + 1 FROM game_snapshots";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetString(0), row.GetInt32(1)) is ("ok", 1)
            ? new(row.GetInt32(2), row.GetInt32(3))
            : throw new InvalidOperationException($"The killed MnM left {row.GetInt32(1)} games; SQLite says of the database: {row.GetString(0)}.");
    }
}
