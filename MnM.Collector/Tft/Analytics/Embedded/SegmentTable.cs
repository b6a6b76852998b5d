using System.Buffers;
using Microsoft.Data.Sqlite;
using MnM.Collector.Tft.Analytics.Embedded.Counting;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>The segments of a file: matches of one patch each, packed. The last one of a patch is written anew until it is full.</summary>
internal static class SegmentTable
{
    /// <summary>Half a megabyte: a query has one of them in memory, and so much is written where one match is added.</summary>
    public const int MostMatches = 512;

    /// <summary>Adds matches of a patch and marks them as derived.</summary>
    public static void Append(SqliteConnection connection, int patch, IReadOnlyCollection<FlatMatch> matches)
    {
        using var mark = connection.Command("INSERT INTO derived_matches VALUES ($match, $segment)");
        var (match, segment) = (mark.Parameters.Add("$match", SqliteType.Text), mark.Parameters.Add("$segment", SqliteType.Integer));
        var (id, builder) = FindOpen(connection, patch) ?? (NextId(connection), new());
        foreach (var one in matches)
        {
            if (builder.Matches == MostMatches)
            {
                Write(connection, id, patch, builder);
                (id, builder) = (NextId(connection), new());
            }

            builder.Add(one);
            (match.Value, segment.Value) = (one.MatchId, id);
            mark.ExecuteNonQuery();
        }

        Write(connection, id, patch, builder);
    }

    /// <summary>Counts a query over all segments that may have something of it.</summary>
    public static TftSums Count(SqliteConnection connection, TftQuery query, CancellationToken cancellationToken)
    {
        var counter = new SegmentCounter(query);

        // Where they are read twice, both times the same ones.
        using var transaction = connection.BeginTransaction(deferred: true);
        do
        {
            Show(connection, query, counter, cancellationToken);
        }
        while (counter.EndPass());

        return counter.Read();
    }

    private static void Show(SqliteConnection connection, TftQuery query, SegmentCounter counter, CancellationToken cancellationToken)
    {
        var segments = new SegmentReader();

        // The row's number is selected so that SQLite hands the columns out into our buffer; otherwise each segment would be copied into new memory.
        using var command = connection.Command(
            """
            SELECT id, columns, length(columns) FROM segments
            WHERE ($all_patches OR patch IN (SELECT value FROM json_each($patches))) AND last_at >= $from AND first_at < $before
            """,
            ("$all_patches", query.Patches.IsEmpty),
            ("$patches", Numbers.Json(query.Patches)),
            ("$from", query.From ?? long.MinValue),
            ("$before", query.Before ?? long.MaxValue));
        using var reader = command.ExecuteReader();
        byte[] buffer = [];
        try
        {
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var length = reader.GetInt32(2);
                if (buffer.Length < length)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = ArrayPool<byte>.Shared.Rent(length);
                }

                using (var columns = reader.GetStream(1))
                {
                    columns.ReadExactly(buffer, 0, length);
                }

                counter.Count(segments.Read(buffer.AsSpan(0, length)));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (long Id, SegmentBuilder Builder)? FindOpen(SqliteConnection connection, int patch)
    {
        using var command = connection.Command("SELECT id, columns FROM segments WHERE patch = $patch AND matches < $most LIMIT 1", ("$patch", patch), ("$most", MostMatches));
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), SegmentBuilder.After(new SegmentReader().Read(reader.GetFieldValue<byte[]>(1)))) : null;
    }

    private static long NextId(SqliteConnection connection)
    {
        using var command = connection.Command("INSERT INTO segments (patch, matches, first_at, last_at, columns) VALUES (0, 0, 0, 0, x'') RETURNING id");
        return (long)command.ExecuteScalar()!;
    }

    private static void Write(SqliteConnection connection, long id, int patch, SegmentBuilder builder) => connection.Run(
        "UPDATE segments SET patch = $patch, matches = $matches, first_at = $first, last_at = $last, columns = $columns WHERE id = $id",
        ("$id", id),
        ("$patch", patch),
        ("$matches", builder.Matches),
        ("$first", builder.FirstAt),
        ("$last", builder.LastAt),
        ("$columns", builder.Pack()));
}
