using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MnM.Benchmarks.Games;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.Embedded;
using MnM.Collector.Tft.Rows;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tft.Analytics.Embedded;

/// <summary>The store that MnM brings along.</summary>
public sealed class EmbeddedAnalyticsTests : AnalyticsSuite, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("tft.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("BEFORE INSERT ON segments")]
    [InlineData("AFTER INSERT ON segments")]
    [InlineData("AFTER INSERT ON derived_matches")]
    [InlineData("AFTER UPDATE ON segments")]
    [InlineData("BEFORE INSERT ON rollups")]
    [InlineData("AFTER INSERT ON rollups")]
    [InlineData("AFTER INSERT ON coverage")]
    public async Task What_ends_in_the_middle_of_storing_leaves_nothing_behind(string step)
    {
        var generator = new FlatMatchGenerator(4);
        var matches = generator.Make(30, First).ToImmutableArray();
        var store = Open();
        await store.OpenAsync(CancellationToken.None);
        await store.StoreAsync(matches[..10], CancellationToken.None);

        // Not the first row, so that something of the same kind was written before.
        Run($"CREATE TABLE steps (step INTEGER); CREATE TRIGGER stop {step} BEGIN INSERT INTO steps VALUES (1); SELECT RAISE(ABORT, 'stopped') WHERE (SELECT count(*) FROM steps) > 1; END");
        ImmutableArray<FlatMatch> more = [.. matches[10..], .. generator.Make(5, Second), .. generator.Make(5, Third)];
        var fault = await Assert.ThrowsAsync<TftAnalyticsException>(() => store.StoreAsync(more, CancellationToken.None));
        Assert.Contains("stopped", fault.Message, StringComparison.Ordinal);

        var again = Open();
        await CompareAllAsync(again, matches[..10]);
        Run("DROP TRIGGER stop");
        await again.StoreAsync(more, CancellationToken.None);
        await CompareAllAsync(again, [.. matches[..10], .. more]);
    }

    [Fact]
    public async Task Many_matches_fill_several_segments_whatever_the_batches()
    {
        // Two boards each, so that counting by hand stays quick.
        ImmutableArray<FlatMatch> matches =
        [
            .. new FlatMatchGenerator(6, units: 5, items: 4, traits: 3).Make(SegmentTable.MostMatches * 5 / 2, First).Select(match => match with { Boards = match.Boards[..2] }),
        ];
        var store = Open();
        foreach (var batch in matches.Chunk(300))
        {
            await store.StoreAsync(batch, CancellationToken.None);
        }

        Assert.Equal([SegmentTable.MostMatches, SegmentTable.MostMatches, SegmentTable.MostMatches / 2], Read("SELECT matches FROM segments ORDER BY id"));
        await CompareAllAsync(store, matches);
        var once = Open("once");
        await once.StoreAsync(matches, CancellationToken.None);
        await CompareAllAsync(once, matches);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_file_that_is_damaged_or_of_another_version_is_begun_anew(int version)
    {
        var store = Open();
        var generation = await store.OpenAsync(CancellationToken.None);
        await store.StoreAsync([.. new FlatMatchGenerator(4).Make(3, First)], CancellationToken.None);
        if (version == 0)
        {
            SqliteConnection.ClearAllPools();
            await File.WriteAllTextAsync(FilePath, string.Concat(Enumerable.Repeat("This is no database. ", 1000)));
        }
        else
        {
            Run($"PRAGMA user_version={version}");
        }

        store = Open();
        Assert.NotEqual(generation, await store.OpenAsync(CancellationToken.None));
        await CompareAllAsync(store, []);
    }

    [Fact]
    public async Task A_damaged_segment_is_told_and_not_counted()
    {
        var store = Open();
        await store.StoreAsync([.. new FlatMatchGenerator(4).Make(3, First)], CancellationToken.None);
        var query = new TftQuery { Subject = TftSubject.Builds };
        foreach (var damage in (string[])["substr(columns, 1, 10)", "substr(columns, 1, length(columns) - 1)", "zeroblob(length(columns))", "x'FFFFFFFF' || substr(columns, 5)"])
        {
            Run($"CREATE TABLE kept AS SELECT id, columns FROM segments; UPDATE segments SET columns = CAST({damage} AS BLOB)");
            var fault = await Assert.ThrowsAsync<TftAnalyticsException>(() => store.CountAsync(query, CancellationToken.None));
            Assert.Contains("segment", fault.Message, StringComparison.Ordinal);
            Run("UPDATE segments SET columns = (SELECT columns FROM kept WHERE kept.id = segments.id); DROP TABLE kept");
        }

        Assert.Equal(3, (await store.CountAsync(query, CancellationToken.None)).Sample.Matches);
    }

    private protected override Task<ITftAnalytics> OpenAsync() => Task.FromResult<ITftAnalytics>(Open());

    private EmbeddedAnalytics Open(string folder = "") => new EmbeddedAnalytics(new AnalyticsFile(
        Options.Create(new StorageOptions { DatabasePath = Path.Combine(_folder.Path, folder, "mnm.db") }), NullLogger<AnalyticsFile>.Instance));

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath}");
        connection.Open();
        connection.Run(sql);
    }

    private List<int> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath}");
        connection.Open();
        using var command = connection.Command(sql);
        using var reader = command.ExecuteReader();
        var numbers = new List<int>();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt32(0));
        }

        return numbers;
    }
}
