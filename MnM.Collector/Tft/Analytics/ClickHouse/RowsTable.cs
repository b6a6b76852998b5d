using System.Globalization;
using System.IO.Compression;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>The table of the rows in ClickHouse. Each generation has one of its own, so that one statement begins a new one and none can be half emptied.</summary>
internal sealed class RowsTable(ClickHouseClient client, long generation)
{
    /// <summary>
    /// A match is a row; what it has many of are arrays. Copies are units on boards, sorted by unit, with their items sorted. `places` is the mask of the places of all boards with that unit, that step of the trait,
    /// or that comp, first place in the lowest bit; `present` that of all boards. The points of a tier are the most that one of its players had, -1 where there was none. Times and ages are in seconds.
    /// </summary>
    private static readonly (string Name, string Type)[] Columns =
    [
        ("patch", "UInt32"), ("match_id", "UInt64"), ("tft_set", "UInt16"), ("queue", "UInt16"), ("platform", "UInt16"), ("ended", "UInt32"), ("present", "UInt8"),
        ("master", "Int32"), ("grandmaster", "Int32"), ("challenger", "Int32"),
        ("boards.place", "Array(UInt8)"), ("boards.level", "Array(UInt8)"), ("boards.last_round", "Array(UInt8)"), ("boards.gold", "Array(UInt16)"),
        ("boards.tier", "Array(UInt8)"), ("boards.points", "Array(Int32)"), ("boards.age", "Array(UInt32)"),
        ("copies.unit", "Array(UInt16)"), ("copies.places", "Array(UInt8)"), ("copies.place", "Array(UInt8)"), ("copies.star", "Array(UInt8)"), ("copies.rarity", "Array(UInt8)"),
        ("copies.items", "Array(Array(UInt16))"),
        ("traits.trait", "Array(UInt16)"), ("traits.step", "Array(UInt8)"), ("traits.places", "Array(UInt8)"),
        ("comps.unit", "Array(UInt16)"), ("comps.trait", "Array(UInt16)"), ("comps.second", "Array(UInt16)"), ("comps.places", "Array(UInt8)"),
    ];

    public long Generation => generation;

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"mnm_tft_matches_{generation}");

    public async Task<bool> ExistsAsync(CancellationToken cancellationToken) => await client.AskAsync($"EXISTS TABLE {Name} FORMAT RowBinary", cancellationToken) is [1];

    // A row that is there twice, whatever has happened, becomes one when ClickHouse merges. Rows are long: with the usual 8,192 in a granule most tables were too short for two threads.
    public Task CreateAsync(CancellationToken cancellationToken) => client.RunAsync(
        $"CREATE TABLE IF NOT EXISTS {Name} ({string.Join(", ", Columns.Select(column => $"`{column.Name}` {column.Type}"))}) ENGINE = ReplacingMergeTree() PARTITION BY patch ORDER BY match_id SETTINGS index_granularity = 1024",
        cancellationToken);

    public Task DeleteAsync(CancellationToken cancellationToken) => client.RunAsync($"DROP TABLE IF EXISTS {Name}", cancellationToken);

    public Task DropAsync(Patch patch, CancellationToken cancellationToken) =>
        client.RunAsync(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {Name} DROP PARTITION {patch.Code}"), cancellationToken);

    /// <summary>Which of these matches are there.</summary>
    public async Task<HashSet<ulong>> FindAsync(IEnumerable<ulong> matches, CancellationToken cancellationToken)
    {
        var asked = string.Join(',', matches.Select(match => match.ToString(CultureInfo.InvariantCulture)));
        var found = new HashSet<ulong>();
        if (asked.Length > 0)
        {
            var bytes = await client.AskAsync(
                string.Create(CultureInfo.InvariantCulture, $"SELECT match_id FROM {Name} WHERE match_id IN ({asked}) FORMAT RowBinary"), cancellationToken);
            for (var reader = new RowBinaryReader(bytes); !reader.IsAtEnd;)
            {
                found.Add(reader.UInt64());
            }
        }

        return found;
    }

    /// <summary>Stores the rows of matches of one patch, all or none.</summary>
    public Task StoreAsync(IEnumerable<FlatMatch> matches, string queryId, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var writer = new RowBinaryWriter(gzip);
            foreach (var match in matches)
            {
                MatchRow.Write(writer, match);
            }

            writer.Flush();
        }

        return client.InsertAsync($"{Name} ({string.Join(", ", Columns.Select(column => column.Name))})", queryId, packed.GetBuffer().AsMemory(0, (int)packed.Length), cancellationToken);
    }

    /// <summary>Whether the server is still at what was sent under this id.</summary>
    public async Task<bool> IsStoringAsync(string queryId, CancellationToken cancellationToken) =>
        await client.AskAsync($"SELECT toUInt8(count() != 0) FROM system.processes WHERE query_id = '{queryId}' FORMAT RowBinary", cancellationToken) is [1];

    public async Task<IReadOnlyList<TftCoverage>> ReadCoverageAsync(CancellationToken cancellationToken)
    {
        var bytes = await client.AskAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SELECT patch, tft_set, queue, platform, toUInt32(intDiv(ended, 86400)) AS day, toUInt8(multiIf(challenger >= 0, 3, grandmaster >= 0, 2, master >= 0, 1, 0)) AS highest, count(), sum(length(copies.unit)),
                    sum(arrayCount(tier -> tier > 0, boards.tier)), sum(arrayCount((tier, age) -> tier > 0 AND age > {(long)TftCoverage.OldStanding.TotalSeconds}, boards.tier, boards.age))
                FROM {Name} GROUP BY patch, tft_set, queue, platform, day, highest FORMAT RowBinary
                """),
            cancellationToken);
        return Coverage(bytes);
    }

    private static List<TftCoverage> Coverage(ReadOnlySpan<byte> bytes)
    {
        var coverage = new List<TftCoverage>();
        for (var reader = new RowBinaryReader(bytes); !reader.IsAtEnd;)
        {
            var (patch, set, queue, platform) = (Patch.OfCode((int)reader.UInt32()), reader.UInt16(), reader.UInt16(), reader.UInt16());
            var day = DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(reader.UInt32()));
            TftTier? highest = reader.UInt8() is > 0 and var tier ? (TftTier)tier : null;
            coverage.Add(new TftCoverage(patch, set, queue, platform, day, highest, (int)reader.UInt64(), (long)reader.UInt64())
            {
                LadderBoards = (int)reader.UInt64(),
                OldLadderBoards = (int)reader.UInt64(),
            });
        }

        return coverage;
    }
}
