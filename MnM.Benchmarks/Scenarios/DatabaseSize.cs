using Microsoft.Data.Sqlite;

namespace MnM.Benchmarks.Scenarios;

/// <summary>How large a database is without the pages that are free.</summary>
internal static class DatabaseSize
{
    /// <summary>Bytes.</summary>
    /// <param name="database">Its file.</param>
    /// <param name="copy">A file that is not there, for a while.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<long> ReadAsync(string database, string copy, CancellationToken cancellationToken)
    {
        await CopyAsync(database, copy, cancellationToken);
        var size = new FileInfo(copy).Length;
        File.Delete(copy);
        return size;
    }

    /// <summary>Writes it into a new file.</summary>
    public static async Task CopyAsync(string database, string copy, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
