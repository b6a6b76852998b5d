using System.Globalization;
using System.IO.Compression;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>The table of the rows in ClickHouse. Each generation has one of its own, so that one statement begins a new one and none can be half emptied.</summary>
internal sealed class RowsTable(ClickHouseClient client, long generation)
{
    /// <summary>
    /// A match's rows have its columns, a board's those of the board too, a unit's or trait's all; what a kind does not have is 0. `place` is 0 for matches, `unit` is the carry of boards.
    /// `present` is the mask of the places in the match, `together` that of its boards with the same unit, with the same step of the trait, or of the same comp; one row of these `is_first`.
    /// The points are the most that a player of the tier had, -1 where there was none. Time is in seconds.
    /// </summary>
    private static readonly (string Name, string Type)[] Columns =
    [
        ("patch", "UInt32"), ("kind", "UInt8"), ("match_id", "UInt64"), ("tft_set", "UInt16"), ("queue", "UInt16"), ("platform", "UInt16"), ("ended", "UInt32"),
        ("present", "UInt8"), ("master", "Int32"), ("grandmaster", "Int32"), ("challenger", "Int32"),
        ("place", "UInt8"), ("ordinal", "UInt8"), ("level", "Int16"), ("last_round", "Int16"), ("gold", "Int32"), ("tier", "UInt8"), ("points", "Int32"), ("age", "UInt32"),
        ("unit", "UInt16"), ("star", "Int16"), ("rarity", "Int16"), ("items", "Array(UInt16)"),
        ("trait", "UInt16"), ("second", "UInt16"), ("units", "Int16"), ("style", "Int16"), ("step", "Int16"),
        ("together", "UInt8"), ("is_first", "UInt8"),
    ];

    public long Generation => generation;

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"mnm_tft_rows_{generation}");

    public async Task<bool> ExistsAsync(CancellationToken cancellationToken) => await client.AskAsync($"EXISTS TABLE {Name} FORMAT RowBinary", cancellationToken) is [1];

    // A row that is there twice, whatever has happened, becomes one when ClickHouse merges.
    public Task CreateAsync(CancellationToken cancellationToken) => client.RunAsync(
        $"CREATE TABLE IF NOT EXISTS {Name} ({string.Join(", ", Columns.Select(column => $"{column.Name} {column.Type}"))}) ENGINE = ReplacingMergeTree() PARTITION BY patch ORDER BY (kind, match_id, place, ordinal)",
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
                string.Create(CultureInfo.InvariantCulture, $"SELECT match_id FROM {Name} WHERE kind = {(int)RowKind.Match} AND match_id IN ({asked}) FORMAT RowBinary"), cancellationToken);
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
                new MatchRows(match).Write(writer);
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
                SELECT patch, tft_set, queue, platform, toUInt32(intDiv(ended, 86400)) AS day, toUInt8(multiIf(challenger >= 0, 3, grandmaster >= 0, 2, master >= 0, 1, 0)) AS highest,
                    countIf(kind = {(int)RowKind.Match}), toUInt64(sumIf(units, kind = {(int)RowKind.Match})), countIf(tier > 0 AND kind = {(int)RowKind.Board}),
                    countIf(tier > 0 AND age > {(long)TftCoverage.OldStanding.TotalSeconds} AND kind = {(int)RowKind.Board})
                FROM {Name} WHERE kind IN ({(int)RowKind.Match}, {(int)RowKind.Board}) GROUP BY patch, tft_set, queue, platform, day, highest FORMAT RowBinary
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
