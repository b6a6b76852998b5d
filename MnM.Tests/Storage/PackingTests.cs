using MnM.Collector.Storage;

namespace MnM.Tests.Storage;

public sealed class PackingTests
{
    [Fact]
    public void What_was_packed_comes_back_and_what_is_damaged_does_not()
    {
        var random = new Random(7);
        var bytes = new byte[5000];
        random.NextBytes(bytes);
        var packed = Packing.Pack(bytes);
        Assert.Equal(bytes, Packing.TryUnpack(packed));

        for (var round = 0; round < 200; round++)
        {
            var damaged = packed.ToArray();
            random.NextBytes(damaged.AsSpan(0, 16));
            Assert.NotEqual(bytes, Packing.TryUnpack(damaged));
        }
    }
}
