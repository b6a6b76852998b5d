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
    private readonly StoredRows _rows = new();
    private readonly NameBook _names;

    public EmbeddedAnalyticsTests() => _names = new NameBook(_rows);

    private string FilePath => _folder.File("tft.db");

    public void Dispose()
    {
        _names.Dispose();
        _rows.Dispose();
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

    [Theory]
    [InlineData("substr(columns, 1, 10)")]
    [InlineData("substr(columns, 1, length(columns) - 1)")]
    [InlineData("zeroblob(length(columns))")]
    [InlineData("x'FFFFFFFF' || substr(columns, 5)")]
    public async Task A_damaged_segment_is_told_and_not_counted_and_the_file_begun_anew(string damage)
    {
        var store = Open();
        ImmutableArray<FlatMatch> matches = [.. new FlatMatchGenerator(4).Make(3, First)];
        var generation = await store.OpenAsync(CancellationToken.None);
        await store.StoreAsync(matches, CancellationToken.None);
        Assert.Null(store.Mishap);
        Run($"UPDATE segments SET columns = CAST({damage} AS BLOB)");
        var fault = await Assert.ThrowsAsync<TftAnalyticsException>(() => store.CountAsync(new TftQuery { Subject = TftSubject.Builds }, CancellationToken.None));
        Assert.Contains("segment", fault.Message, StringComparison.Ordinal);

        Assert.NotEqual(generation, await store.OpenAsync(CancellationToken.None));
        Assert.Contains("was damaged", store.Mishap, StringComparison.Ordinal);
        await CompareAllAsync(store, []);
        await store.StoreAsync(matches, CancellationToken.None);
        await CompareAllAsync(store, matches);
    }

    [Fact]
    public async Task Rows_that_were_made_by_the_names_of_another_database_are_thrown_away()
    {
        var store = Open();
        var generation = await store.OpenAsync(CancellationToken.None);
        await store.StoreAsync([.. new FlatMatchGenerator(4).Make(3, First)], CancellationToken.None);
        Assert.Equal(generation, await Open().OpenAsync(CancellationToken.None));

        using var other = new StoredRows();
        using var names = new NameBook(other);
        var foreign = Open(names: names);
        Assert.NotEqual(generation, await foreign.OpenAsync(CancellationToken.None));
        await CompareAllAsync(foreign, []);
        Assert.Null(foreign.Mishap);
    }

    [Fact]
    public async Task All_builds_of_all_units_take_no_more_memory_than_their_keys_and_the_answer()
    {
        var store = Open();
        await store.StoreAsync([.. new FlatMatchGenerator(4).Make(1500, First)], CancellationToken.None);
        using var connection = new SqliteConnection($"Data Source={FilePath}");
        connection.Open();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sums = SegmentTable.Count(connection, new TftQuery { Subject = TftSubject.Builds }, CancellationToken.None);
        var (allocated, builds) = (GC.GetAllocatedBytesForCurrentThread() - before, sums.Groups.Count + sums.LeftOut);

        Assert.InRange(builds, 3 * TftSums.MostGroups, int.MaxValue);
        Assert.InRange(allocated, 0, (250L * builds) + (1200L * TftSums.MostGroups));
    }

    private protected override Task<ITftAnalytics> OpenAsync() => Task.FromResult<ITftAnalytics>(Open());

    private EmbeddedAnalytics Open(string folder = "", NameBook? names = null) => new EmbeddedAnalytics(new AnalyticsFile(
        Options.Create(new StorageOptions { DatabasePath = Path.Combine(_folder.Path, folder, "mnm.db") }), names ?? _names, _rows.Clock, NullLogger<AnalyticsFile>.Instance));

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
