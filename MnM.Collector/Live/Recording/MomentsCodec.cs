namespace MnM.Collector.Live.Recording;

/// <summary>Writes when the polls of a segment were made, apart from the polls: the slider asks for nothing else.</summary>
internal static class MomentsCodec
{
    public static byte[] Encode(IReadOnlyList<RecordedMoment> moments)
    {
        var output = new SegmentWriter();
        output.Write(moments.Count);
        long time = 0;
        var part = 0;
        foreach (var moment in moments)
        {
            var milliseconds = moment.PolledAt.ToUnixTimeMilliseconds();
            output.WriteSigned(milliseconds - time);
            output.Write(moment.Segment - part);
            (time, part) = (milliseconds, moment.Segment);
        }

        var bits = moments.Select(moment => BitConverter.DoubleToUInt64Bits(moment.GameTime)).ToList();

        // The game counts in single precision; where all times fit, half the bits do.
        var single = moments.All(moment => (double)(float)moment.GameTime == moment.GameTime);
        output.Write(single ? 1 : 0);
        if (single)
        {
            NumberColumn.Write([.. moments.Select(moment => BitConverter.SingleToUInt32Bits((float)moment.GameTime))], output);
        }
        else
        {
            NumberColumn.Write([.. bits.Select(one => (uint)(one >> 32))], output);
            NumberColumn.Write([.. bits.Select(one => (uint)one)], output);
        }

        return output.Compress();
    }

    /// <exception cref="FormatException">The bytes are damaged.</exception>
    public static IReadOnlyList<RecordedMoment> Decode(int firstSequence, ReadOnlySpan<byte> encoded)
    {
        var input = SegmentReader.Of(encoded);
        var told = new (DateTimeOffset PolledAt, int Segment)[input.ReadCount()];
        long time = 0;
        var part = 0;
        foreach (ref var one in told.AsSpan())
        {
            time += input.ReadSigned();
            part += input.ReadCount();
            one = (DateTimeOffset.FromUnixTimeMilliseconds(time), part);
        }

        var single = input.ReadCount() == 1;
        var high = NumberColumn.Read(told.Length, ref input);
        var low = single ? [] : NumberColumn.Read(told.Length, ref input);
        return [.. told.Select((one, place) => new RecordedMoment(
            firstSequence + place,
            single ? BitConverter.UInt32BitsToSingle(high[place]) : BitConverter.UInt64BitsToDouble(((ulong)high[place] << 32) | low[place]),
            one.PolledAt,
            one.Segment))];
    }
}
