using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.ClickHouse;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

public sealed class CountedMasksTests
{
    private const int Groups = 20 * TftSums.MostGroups;
    private const int Frequent = TftSums.MostGroups / 2;

    [Theory]
    [InlineData(TftSubject.Builds)]
    [InlineData(TftSubject.Comps)]
    public void Of_very_many_groups_those_alone_become_more_than_a_key_that_are_told(TftSubject subject)
    {
        var (bytes, sql) = (Answer(subject), new CountingSql(new TftQuery { Subject = subject }, "rows"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sums = CountedMasks.Read(bytes, sql);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The frequent ones, then the first by their codes.
        Assert.Equal(Groups - TftSums.MostGroups, sums.LeftOut);
        Assert.Equal(Enumerable.Range(0, Groups).Where(number => number < Frequent || number >= Groups - Frequent).Select(number => Key(subject, number)).ToHashSet(), sums.Groups.Keys.ToHashSet());
        Assert.Equal((4L, 7L), (sums.Groups[Key(subject, Groups - 1)].Sums.Matches, sums.Groups[Key(subject, Groups - 1)].Sums.Games()));
        Assert.InRange(allocated, 0, (300L * Groups) + (1200L * TftSums.MostGroups));
    }

    /// <summary>A row of one game for each group, the last one first; then a second row for the frequent ones.</summary>
    private static byte[] Answer(TftSubject subject)
    {
        using var stream = new MemoryStream();
        var writer = new RowBinaryWriter(stream);
        Write(writer, CountingSql.Sample, new GroupKey(0, []), mask: 0xFF, matches: 50_000);
        for (var number = Groups - 1; number >= 0; number--)
        {
            Write(writer, CountingSql.Group, Key(subject, number), mask: 1, matches: 1);
        }

        for (var number = Groups - Frequent; number < Groups; number++)
        {
            Write(writer, CountingSql.Group, Key(subject, number), mask: 0b11, matches: 3);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static GroupKey Key(TftSubject subject, int number)
    {
        var (unit, other) = (1 + (number / TftSums.MostGroups), 1 + (number % TftSums.MostGroups));
        return subject == TftSubject.Builds ? new(unit, [other, TftSums.MostGroups]) : new(unit, [], other);
    }

    private static void Write(RowBinaryWriter writer, int part, GroupKey key, int mask, ulong matches)
    {
        writer.UInt8(part);
        writer.UInt16(key.Unit);
        writer.UInt16s(key.Items.AsSpan());
        writer.UInt16(key.Trait);
        writer.UInt16(key.SecondTrait);
        writer.UInt8(key.TraitTier);
        writer.UInt8(mask);
        writer.UInt64(matches);
        writer.UInt64(matches * 8);
        writer.UInt64(matches * 36);
    }
}
