using System.Collections.Immutable;
using MnM.Collector.Tft.Analytics.ClickHouse;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

public sealed class RowBinaryTests
{
    [Fact]
    public void Numbers_stand_with_their_lowest_byte_first()
    {
        Assert.Equal(
            [0xFE, 0x34, 0x12, 0x78, 0x56, 0x34, 0x12, 1, 0, 0, 0, 0, 0, 0, 0x80, 0xFE, 0xFF, 0xFF, 0xFF, 2, 8, 9],
            Written(writer =>
            {
                writer.UInt8(0xFE);
                writer.UInt16(0x1234);
                writer.UInt32(0x12345678);
                writer.UInt64((1UL << 63) + 1);
                writer.Int32(-2);
                writer.Array([8, 9], writer.UInt8);
            }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(20_000)]
    public void Lists_of_any_length_are_read_as_they_were_written(int length)
    {
        ImmutableArray<int> items = [.. Enumerable.Range(0, length).Select(item => item % 65_536)];
        var reader = new RowBinaryReader(Written(writer =>
        {
            writer.UInt16s(items.AsSpan());
            writer.UInt8(7);
        }));
        Assert.Equal<IEnumerable<int>>(items, reader.UInt16s());
        Assert.Equal(7, reader.UInt8());
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void A_number_that_a_column_cannot_hold_is_refused()
    {
        Assert.Throws<OverflowException>(() => Written(writer => writer.UInt16(65_536)));
        Assert.Throws<OverflowException>(() => Written(writer => writer.UInt8(-1)));
    }

    [Fact]
    public void Bytes_that_end_in_the_middle_are_no_value() => Assert.Throws<ArgumentOutOfRangeException>(() => new RowBinaryReader([1, 2, 3]).UInt32());

    private static byte[] Written(Action<RowBinaryWriter> write)
    {
        using var stream = new MemoryStream();
        var writer = new RowBinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
