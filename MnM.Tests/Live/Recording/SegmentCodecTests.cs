using System.Globalization;
using System.Text;
using System.Text.Json;
using MnM.Collector.Live.Recording;

namespace MnM.Tests.Live.Recording;

public sealed class SegmentCodecTests
{
    [Fact]
    public void Every_poll_of_a_segment_comes_back_over_random_changes()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var mutations = new JsonMutations(seed);
            var texts = new List<string> { Polls.Sample };
            for (var i = 0; i < 25; i++)
            {
                texts.Add(mutations.Change(texts[^1], 1 + (i % 6)));
            }

            var polls = texts.ConvertAll(Encoding.UTF8.GetBytes);

            AssertComesBack(polls, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("0.0", true)]
    [InlineData("-0.0", true)]
    [InlineData("0.05000000074505806", true)]
    [InlineData("864.947509765625", true)]
    [InlineData("340282346638528859811704183484516925440.0", false)]
    [InlineData("0.10", false)]
    [InlineData("0.1", false)]
    [InlineData("5", false)]
    [InlineData("1e400", false)]
    [InlineData("\"0.5\"", false)]
    [InlineData("", false)]
    public void Only_numbers_that_come_back_as_they_were_are_kept_as_numbers(string text, bool expected)
    {
        Assert.Equal(expected, NumberColumn.TryRead(Encoding.UTF8.GetBytes(text), out var bits));
        Span<byte> again = stackalloc byte[40];
        Assert.True(!expected || Encoding.UTF8.GetString(again[..NumberColumn.Write(bits, again)]) == text);
    }

    [Fact]
    public void Numbers_of_any_bits_come_back()
    {
        var random = new Random(1);
        var polls = Enumerable.Range(0, 300).Select(_ =>
        {
            double value = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            value = double.IsFinite(value) ? value : -0.0;
            return Encoding.UTF8.GetBytes($$"""{"a":{"b":{{value.ToString("R", CultureInfo.InvariantCulture)}}},"c":[{{Polls.Invariant(random.Next() / 7.0)}}]}""");
        }).ToList();
        AssertComesBack(polls, "numbers");
    }

    [Fact]
    public void A_segment_of_one_poll_comes_back() => AssertComesBack([Encoding.UTF8.GetBytes(Polls.Sample)], "one");

    [Fact]
    public void Any_damage_is_told()
    {
        var payload = Encode([.. Enumerable.Range(0, 20).Select(second => Encoding.UTF8.GetBytes(Polls.Response(second)))]);
        for (var place = 0; place < payload.Length; place++)
        {
            var damaged = payload.ToArray();
            damaged[place] ^= 0x10;
            Assert.Throws<FormatException>(() => SegmentCodec.Decode(damaged));
        }

        for (var length = 0; length < payload.Length; length += 7)
        {
            Assert.Throws<FormatException>(() => SegmentCodec.Decode(payload.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Moments_come_back()
    {
        var start = new DateTimeOffset(2026, 10, 3, 12, 0, 0, 250, TimeSpan.Zero);
        foreach (var step in (double[])[1, 0.1, 1.0030000209808350])
        {
            var moments = Enumerable.Range(0, 400)
                .Select(i => new RecordedMoment(300 + i, (i % 250) * step, start.AddMilliseconds((i * 1003) - (i == 9 ? 3_600_000 : 0)), 2 + (i / 250)))
                .ToList();
            Assert.Equal(moments, MomentsCodec.Decode(300, MomentsCodec.Encode(moments)));
        }
    }

    private static byte[] Encode(List<byte[]> polls)
    {
        var deltas = new List<ReadOnlyMemory<byte>>();
        for (var i = 1; i < polls.Count; i++)
        {
            using var was = JsonDocument.Parse(polls[i - 1], DeltaCodec.Parsing);
            using var now = JsonDocument.Parse(polls[i], DeltaCodec.Parsing);
            using var buffer = new DeltaBuffer();
            DeltaCodec.Encode(was.RootElement, now.RootElement, buffer);
            deltas.Add(buffer.Written.ToArray());
        }

        return SegmentCodec.Encode(polls[0], deltas);
    }

    private static void AssertComesBack(List<byte[]> polls, string what)
    {
        var folded = SegmentCodec.Decode(Encode(polls));
        Assert.Equal(polls.Count, folded.Count);
        for (var i = 0; i < polls.Count; i++)
        {
            using var expected = JsonDocument.Parse(polls[i], DeltaCodec.Parsing);
            using var actual = JsonDocument.Parse(folded.Response(i), DeltaCodec.Parsing);
            Assert.True(DeepEquality.AreEqual(expected.RootElement, actual.RootElement), $"{what}, poll {i}");
        }
    }
}
