using System.Runtime.InteropServices;
using MnM.Collector.Tft.Analytics.Embedded.Counting;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>Reads what <see cref="CountingSql"/> answers: how many matches have which mask, and how many places of which sum these could have had.</summary>
internal static class CountedMasks
{
    /// <param name="bytes">RowBinary.</param>
    /// <param name="sql">What was asked.</param>
    public static TftSums Read(ReadOnlySpan<byte> bytes, CountingSql sql)
    {
        var (sample, groups, bases) = (default(Tally), new Dictionary<GroupKey, Tally>(), new Dictionary<int, Tally>());
        for (var reader = new RowBinaryReader(bytes); !reader.IsAtEnd;)
        {
            var part = reader.UInt8();
            var key = new GroupKey(reader.UInt16(), reader.UInt16s(), reader.UInt16(), reader.UInt16(), reader.UInt8());
            ref var tally = ref part == CountingSql.Sample ? ref sample
                : ref part == CountingSql.Base ? ref CollectionsMarshal.GetValueRefOrAddDefault(bases, key.Unit, out _)
                : ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
            tally.Add(reader.UInt8(), (long)reader.UInt64(), (long)reader.UInt64(), (long)reader.UInt64());
        }

        var whole = sample.ToSums();
        var ofUnits = bases.ToDictionary(unit => unit.Key, unit => unit.Value.ToSums());
        return new TftSums(whole, groups.ToDictionary(group => group.Key, group => (group.Value.ToSums(), sql.IsOfUnit ? ofUnits.GetValueOrDefault(sql.Unit ?? group.Key.Unit, group.Value.ToSums()) : whole))).Cut();
    }
}
