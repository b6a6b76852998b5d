using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using MnM.Collector.Tft.Analytics.Embedded.Counting;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>
/// Sums that are kept ready: of all boards of the matches of a patch, set, queue and platform, those in which somebody of a ladder sat apart from the others.
/// Such sets of matches do not overlap, so that sums over several of them are exact.
/// </summary>
internal static class RollupTable
{
    /// <summary>Subject and key of the row that holds the sums of the sample.</summary>
    private const int Sample = -1;

    // Builds and comps have so many keys that counting them anew is quicker than reading their sums.
    private static readonly ImmutableArray<TftSubject> Subjects = [TftSubject.Units, TftSubject.Items, TftSubject.Traits];

    /// <summary>Whether these sums answer a query exactly.</summary>
    public static bool Answers(TftQuery query)
    {
        var plain = new TftQuery { Subject = query.Subject, Patches = query.Patches, Set = query.Set, Queues = query.Queues, Platforms = query.Platforms };

        // Lists of a record are equal where they are the same one.
        return Subjects.Contains(query.Subject)
            && query with { Tiers = plain.Tiers, With = plain.With, Without = plain.Without } == plain
            && query.With.IsEmpty && query.Without.IsEmpty
            && query.Tiers.Length is 0 or 3;
    }

    public static void Add(SqliteConnection connection, IEnumerable<FlatMatch> matches)
    {
        using var writer = new Writer(connection);
        foreach (var slot in matches.GroupBy(match => new Slot(match)))
        {
            var builder = new SegmentBuilder();
            foreach (var match in slot)
            {
                builder.Add(match);
            }

            var segment = new SegmentReader().Read(builder.Pack());
            foreach (var subject in Subjects)
            {
                var counter = new SegmentCounter(new TftQuery { Subject = subject });
                counter.Count(segment);
                var counted = counter.Read();
                if (subject == Subjects[0])
                {
                    writer.Add(slot.Key, Sample, default, counted.Sample);
                }

                foreach (var (key, (sums, _)) in counted.Groups)
                {
                    writer.Add(slot.Key, (int)subject, PackedKey.Of(key), sums);
                }
            }
        }
    }

    public static TftSums Count(SqliteConnection connection, TftQuery query, CancellationToken cancellationToken)
    {
        using var command = connection.Command(
            """
            SELECT subject, packed_key, sums FROM rollups
            WHERE subject IN ($sample, $subject)
                AND ($all_patches OR patch IN (SELECT value FROM json_each($patches)))
                AND ($set IS NULL OR set_number = $set)
                AND ($all_queues OR queue IN (SELECT value FROM json_each($queues)))
                AND ($all_platforms OR platform IN (SELECT value FROM json_each($platforms)))
                AND has_ladder_player >= $least
            """,
            ("$sample", Sample),
            ("$subject", (int)query.Subject),
            ("$all_patches", query.Patches.IsEmpty),
            ("$patches", Numbers.Json(query.Patches)),
            ("$set", query.Set is { } set ? set : DBNull.Value),
            ("$all_queues", query.Queues.IsEmpty),
            ("$queues", Numbers.Json(query.Queues)),
            ("$all_platforms", query.Platforms.IsEmpty),
            ("$platforms", Numbers.Json(query.Platforms)),
            ("$least", query.Tiers.IsEmpty ? 0 : 1));
        var (sample, groups) = (default(Tally), new Dictionary<ulong, Tally>());
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tally = Tally.Unpack(reader.GetFieldValue<byte[]>(2));
            if (reader.GetInt32(0) == Sample)
            {
                sample.Add(tally);
                continue;
            }

            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (ulong)reader.GetInt64(1), out _);
            group.Add(tally);
        }

        var all = sample.ToSums();
        return new TftSums(all, groups.ToDictionary(group => new PackedKey(group.Key).Open(query.Subject), group => (group.Value.ToSums(), all))).Cut();
    }

    private readonly record struct Slot(int Patch, int Set, int Queue, int Platform, bool HasLadderPlayer)
    {
        public Slot(FlatMatch match)
            : this(match.Patch.Code, match.Set, match.Queue, match.Platform, match.Boards.Any(board => board.Standing is not null))
        {
        }
    }

    /// <summary>Adds sums to what is there, by two prepared commands.</summary>
    private sealed class Writer : IDisposable
    {
        private const string Key = "subject = $subject AND patch = $patch AND set_number = $set AND queue = $queue AND platform = $platform AND has_ladder_player = $ladder AND packed_key = $key";

        private readonly SqliteCommand _find;
        private readonly SqliteCommand _write;

        public Writer(SqliteConnection connection)
        {
            _find = connection.Command($"SELECT sums FROM rollups WHERE {Key}");
            _write = connection.Command("INSERT OR REPLACE INTO rollups VALUES ($subject, $patch, $set, $queue, $platform, $ladder, $key, $sums)");
            foreach (var name in (string[])["$subject", "$patch", "$set", "$queue", "$platform", "$ladder", "$key"])
            {
                _find.Parameters.Add(name, SqliteType.Integer);
                _write.Parameters.Add(name, SqliteType.Integer);
            }

            _write.Parameters.Add("$sums", SqliteType.Blob);
        }

        public void Add(Slot slot, int subject, PackedKey key, GroupSums sums)
        {
            ReadOnlySpan<long> values = [subject, slot.Patch, slot.Set, slot.Queue, slot.Platform, slot.HasLadderPlayer ? 1 : 0, (long)key.Bits];
            for (var i = 0; i < values.Length; i++)
            {
                _find.Parameters[i].Value = values[i];
                _write.Parameters[i].Value = values[i];
            }

            var tally = Tally.Of(sums);
            if (_find.ExecuteScalar() is byte[] there)
            {
                tally.Add(Tally.Unpack(there));
            }

            _write.Parameters[^1].Value = tally.Pack();
            _write.ExecuteNonQuery();
        }

        public void Dispose()
        {
            _find.Dispose();
            _write.Dispose();
        }
    }
}
