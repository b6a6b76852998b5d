using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MnM.Collector.Tft.Analytics.Embedded.Counting;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>
/// Reads what <see cref="CountingSql"/> answers: how many matches have which mask, and how many places of which sum these could have had. Of builds and comps there may be hundreds of thousands:
/// it is read twice, first to find those with the most games, and a group is known by the bytes of its key, so that only those become objects that are told.
/// </summary>
internal sealed class CountedMasks
{
    private readonly byte[] _bytes;
    private readonly CountingSql _sql;
    private readonly Dictionary<Range, long> _games;
    private readonly Dictionary<Range, Tally> _told;
    private readonly Dictionary<int, Tally> _bases = [];
    private Tally _sample;

    private CountedMasks(byte[] bytes, CountingSql sql)
    {
        var sameKey = new SameBytes(bytes);
        (_bytes, _sql, _games, _told) = (bytes, sql, new(sameKey), new(sameKey));
    }

    /// <param name="bytes">RowBinary.</param>
    /// <param name="sql">What was asked.</param>
    public static TftSums Read(byte[] bytes, CountingSql sql)
    {
        var masks = new CountedMasks(bytes, sql);
        masks.CountGames();
        masks.Choose();
        masks.AddUp();
        return masks.ToSums();
    }

    private void CountGames()
    {
        for (var reader = new RowBinaryReader(_bytes); !reader.IsAtEnd;)
        {
            if (Next(ref reader) is { Part: CountingSql.Group } row)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_games, row.Key, out _) += BitOperations.PopCount(row.Mask) * row.Matches;
            }
        }
    }

    private void Choose()
    {
        foreach (var (key, _) in _games.OrderBy(group => (group.Value, KeyAt(group.Key)), GroupOrder.Instance).Take(TftSums.MostGroups))
        {
            _told.Add(key, default);
        }
    }

    private void AddUp()
    {
        for (var reader = new RowBinaryReader(_bytes); !reader.IsAtEnd;)
        {
            var row = Next(ref reader);
            ref var tally = ref row.Part == CountingSql.Sample ? ref _sample
                : ref row.Part == CountingSql.Base ? ref CollectionsMarshal.GetValueRefOrAddDefault(_bases, KeyAt(row.Key).Unit, out _)
                : ref CollectionsMarshal.GetValueRefOrNullRef(_told, row.Key);
            if (!Unsafe.IsNullRef(ref tally))
            {
                tally.Add(row.Mask, row.Matches, row.Boards, row.Places);
            }
        }
    }

    private TftSums ToSums()
    {
        var whole = _sample.ToSums();
        var ofUnits = _bases.ToDictionary(unit => unit.Key, unit => unit.Value.ToSums());
        var groups = new Dictionary<GroupKey, (GroupSums, GroupSums)>(_told.Count);
        foreach (var (at, tally) in _told)
        {
            var (key, sums) = (KeyAt(at), tally.ToSums());
            groups.Add(key, (sums, _sql.IsOfUnit ? ofUnits.GetValueOrDefault(_sql.Unit ?? key.Unit, sums) : whole));
        }

        return new TftSums(whole, groups) { LeftOut = _games.Count - groups.Count };
    }

    private GroupKey KeyAt(Range key)
    {
        var reader = new RowBinaryReader(_bytes.AsSpan(key));
        return new(reader.UInt16(), reader.UInt16s(), reader.UInt16(), reader.UInt16(), reader.UInt8());
    }

    private Row Next(ref RowBinaryReader reader)
    {
        var (part, from) = (reader.UInt8(), _bytes.Length - reader.Left);
        reader.UInt16();
        reader.SkipUInt16s();
        reader.UInt32();
        reader.UInt8();
        return new(part, from..(_bytes.Length - reader.Left), reader.UInt8(), (long)reader.UInt64(), (long)reader.UInt64(), (long)reader.UInt64());
    }

    /// <param name="Part">What it tells of.</param>
    /// <param name="Key">Where the group's key stands: unit, items, trait, second trait, step.</param>
    /// <param name="Mask">Places of the boards with it.</param>
    /// <param name="Matches">How many matches have it on these.</param>
    /// <param name="Boards">How many boards of all of them could have it.</param>
    /// <param name="Places">The sum of the places of these.</param>
    private readonly record struct Row(byte Part, Range Key, byte Mask, long Matches, long Boards, long Places);

    private sealed class SameBytes(byte[] bytes) : IEqualityComparer<Range>
    {
        public bool Equals(Range one, Range other) => bytes.AsSpan(one).SequenceEqual(bytes.AsSpan(other));

        public int GetHashCode(Range range)
        {
            var hash = default(HashCode);
            hash.AddBytes(bytes.AsSpan(range));
            return hash.ToHashCode();
        }
    }
}
