using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MnM.Benchmarks.Games;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Requests;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.ClickHouse;
using MnM.Collector.Tft.Analytics.Embedded;
using MnM.Collector.Tft.Patches;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>Both stores with the same invented matches of four patches: storing, questions without any cache, sizes, and whether they count the same.</summary>
internal sealed class StoredRows : Measurement
{
    /// <summary>About 1.2 million unit rows a patch, five million in all.</summary>
    private const int MatchesOfPatch = 17_000;
    private const int QuickMatchesOfPatch = 2_000;

    /// <summary>As many as are derived at once.</summary>
    private const int BatchSize = 256;

    private static readonly ImmutableArray<Patch> Patches = [new(18, 1), new(18, 2), new(18, 2, 1), new(18, 3)];

    public override string Title => "Analytics stores: rows of four patches, and questions about them";

    public override string? FindLack() =>
        ReleaseBuild.FindLack() ?? (ClickHouseServer.FindProgram() is null ? "There is no clickhouse-server: .ci/install brings it, or CLICKHOUSE_PATH may name one." : null);

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        using var wire = new SocketsHttpHandler();
        await using var server = await ClickHouseServer.StartAsync(cancellationToken);
        var address = await server.AddDatabaseAsync(cancellationToken);
        await using var collector = new WholeCollector(
            folder.Path, KnownKeys.League, "http://127.0.0.1:1/{route}", wire, TimeProvider.System, services => services.Configure<AnalyticsOptions>(options => options.ClickHouse = address));
        await collector.MigrateAsync(cancellationToken);
        var (embedded, clickHouse) = (new MeasuredStore(collector.Get<EmbeddedAnalytics>()), new MeasuredStore(collector.Get<ClickHouseAnalytics>()));
        using var plain = new PlainRows(folder.File("plain.db"));
        var generator = new FlatMatchGenerator(seed: 9);
        var (rows, growths) = (0L, new List<(double Embedded, double ClickHouse)>());
        foreach (var patch in Patches)
        {
            foreach (var batch in generator.Make(size is Size.Quick ? QuickMatchesOfPatch : MatchesOfPatch, patch).Chunk(BatchSize))
            {
                rows += batch.Sum(match => match.Boards.Sum(board => board.Units.Length));
                await embedded.StoreAsync(batch, cancellationToken);
                await clickHouse.StoreAsync(batch, cancellationToken);
                if (patch == Patches[^1])
                {
                    plain.Add(batch);
                }
            }

            if (patch == Patches[0] || patch == Patches[^1])
            {
                growths.Add((await AllAsync(embedded, cancellationToken), await AllAsync(clickHouse, cancellationToken)));
            }
        }

        results.Add("unit_rows", rows);
        results.Add("store_per_s", embedded.StoredPerSecond);
        results.Add("ch_store_per_s", clickHouse.StoredPerSecond);
        results.Add("growth", growths[1].Embedded / growths[0].Embedded);
        results.Add("ch_growth", growths[1].ClickHouse / growths[0].ClickHouse);
        results.Add("bytes_per_row", await DatabaseSize.ReadAsync(collector.Get<AnalyticsFile>().FilePath, folder.File("copy.db"), cancellationToken) / (double)rows);
        results.Add("ch_bytes_per_row", await SizeAsync(server, address, cancellationToken) / rows);
        await AskAsync(results, embedded, clickHouse, plain, cancellationToken);
        await CompareAsync(results, embedded, clickHouse, cancellationToken);
    }

    /// <summary>The questions for one patch to the embedded store, to ClickHouse about all rows that there are.</summary>
    private static async Task AskAsync(Results results, MeasuredStore embedded, MeasuredStore clickHouse, PlainRows plain, CancellationToken cancellationToken)
    {
        ImmutableArray<int> one = [Patches[^1].Code];
        var yardsticks = Enumerable.Range(0, Results.Rounds + 1).Select(_ => Time(() => plain.Sum(one[0]))).Skip(1).ToList();
        results.AddMedian("yardstick_sum_ms", yardsticks);
        var slowest = 0.0;
        foreach (var query in StoreQuery.All)
        {
            var times = await embedded.AskAsync([query.Of(one)], cancellationToken);
            results.AddMedian($"query_{query.Name}_ms", times);
            results.AddMedian($"ch_query_{query.Name}_ms", await clickHouse.AskAsync([query.Of([])], cancellationToken));
            slowest = Math.Max(slowest, Results.Median(times));
        }

        TftQuery[] two = [.. Patches[^2..].Select(patch => StoreQuery.All[0].Of([patch.Code]))];
        results.AddMedian($"query_{StoreQuery.TwoPatches}_ms", await embedded.AskAsync(two, cancellationToken));
        results.AddMedian($"ch_query_{StoreQuery.TwoPatches}_ms", await clickHouse.AskAsync(two, cancellationToken));
        results.Add("query_ratio", slowest / Results.Median(yardsticks));
    }

    private static async Task CompareAsync(Results results, MeasuredStore embedded, MeasuredStore clickHouse, CancellationToken cancellationToken)
    {
        TftQuery[] queries = [.. StoreQuery.All.SelectMany(query => new[] { query.Of([]), query.Of([Patches[^1].Code]), query.Of([Patches[0].Code, Patches[2].Code]) })];
        var equal = 0;
        foreach (var query in queries)
        {
            equal += await embedded.TellAsync(query, cancellationToken) == await clickHouse.TellAsync(query, cancellationToken) ? 1 : 0;
        }

        results.Add("engines_asked", queries.Length);
        results.Add("engines_equal", 100.0 * equal / queries.Length);
    }

    /// <summary>How long the whole mix takes about all rows that there are; what has its sums ready is left out, since those hardly grow.</summary>
    private static async Task<double> AllAsync(MeasuredStore store, CancellationToken cancellationToken)
    {
        var all = 0.0;
        foreach (var query in StoreQuery.All.Where(query => !query.IsRolledUp))
        {
            all += Results.Median(await store.AskAsync([query.Of([])], cancellationToken));
        }

        return all;
    }

    /// <summary>Bytes on disk.</summary>
    private static async Task<double> SizeAsync(ClickHouseServer server, Uri address, CancellationToken cancellationToken)
    {
        // One part a partition, as after a while.
        var database = address.AbsolutePath.Trim('/');
        var table = await server.AskAsync($"SELECT name FROM system.tables WHERE database = '{database}' AND name LIKE 'mnm_tft_matches_%'", cancellationToken);
        foreach (var patch in Patches)
        {
            await server.AskAsync(string.Create(CultureInfo.InvariantCulture, $"OPTIMIZE TABLE {database}.{table} PARTITION {patch.Code} FINAL"), cancellationToken);
        }

        return double.Parse(await server.AskAsync($"SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = '{database}'", cancellationToken), CultureInfo.InvariantCulture);
    }

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
