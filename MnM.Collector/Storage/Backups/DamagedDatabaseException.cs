namespace MnM.Collector.Storage.Backups;

/// <summary>The database is damaged, so that MnM must not work with it.</summary>
public sealed class DamagedDatabaseException(string file, string finding, Exception? cause = null) : Exception($"the database {file} is damaged: {finding}", cause)
{
    /// <summary>What was found first, in SQLite's words.</summary>
    public string Finding => finding;

    /// <summary>Why a restore that was to help did not take place; null where none was called off.</summary>
    public string? CalledOff { get; internal set; }
}
