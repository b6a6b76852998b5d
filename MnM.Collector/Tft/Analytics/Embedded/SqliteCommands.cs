using Microsoft.Data.Sqlite;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>Commands in one line. On a connection with a transaction they are part of it.</summary>
internal static class SqliteCommands
{
    /// <summary>A command; its values come by name.</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    /// <summary>Runs one; answers how many rows it changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }
}
