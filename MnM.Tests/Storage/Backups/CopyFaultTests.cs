using Microsoft.Data.Sqlite;
using MnM.Collector.Storage.Backups;

namespace MnM.Tests.Storage.Backups;

public sealed class CopyFaultTests
{
    [Theory]
    [InlineData(13, "The disk is full.")]
    [InlineData(11, "The database is damaged.")]
    [InlineData(26, "The database is damaged.")]
    [InlineData(14, "The folder of the copy cannot be written.")]
    [InlineData(8, "The folder of the copy cannot be written.")]
    [InlineData(10, "The disk reports an error.")]
    [InlineData(5, "The database is locked by another program.")]
    [InlineData(6, "The database is locked by another program.")]
    [InlineData(1, null)]
    public void What_SQLite_meets_with_is_told_in_words(int code, string? words) => Assert.Equal(words, DatabaseCopier.Words(new SqliteException("words of SQLite", code)));

    [Theory]
    [InlineData(28, "The disk is full.")]
    [InlineData(unchecked((int)0x80070070), "The disk is full.")]
    [InlineData(5, "No copy could be made: words of the system")]
    public void So_is_what_the_disk_says(int code, string words) => Assert.Equal(words, DatabaseCopier.Words(new IOException("words of the system", code)));
}
