using System.Globalization;
using System.Numerics;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Numbers of one place of the response over time. The game computes in single precision and writes the value as a double ("0.05000000074505806"),
/// so that 20 digits hold 32 bits, and successive bits are near each other. Only texts that come back exactly count as such numbers.
/// </summary>
internal static class NumberColumn
{
    private const int Bytes = sizeof(uint);

    /// <summary>The bits of a text that is exactly how the game writes a number of single precision; bits of near numbers are near.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out uint bits)
    {
        bits = 0;
        if (text.Length > 32 || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || (double)(float)value != value)
        {
            return false;
        }

        bits = BitConverter.SingleToUInt32Bits((float)value);
        Span<byte> again = stackalloc byte[40];
        return again[..Write(bits, again)].SequenceEqual(text);
    }

    /// <summary>Writes the number as the game does; answers the length.</summary>
    public static int Write(uint bits, Span<byte> text)
    {
        double value = BitConverter.UInt32BitsToSingle(bits);
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny(".E"u8) < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        return length;
    }

    /// <summary>Appends numbers as what each differs from what the two before it foretell, low bytes first and together: the high ones are nearly all zero.</summary>
    public static void Write(IReadOnlyList<uint> numbers, SegmentWriter output)
    {
        var steady = Size(numbers, steady: true) < Size(numbers, steady: false);
        output.Write(steady ? 1 : 0);
        var differences = Differences(numbers, steady);
        for (var plane = 0; plane < Bytes; plane++)
        {
            foreach (var difference in differences)
            {
                output.WriteByte((byte)(difference >> (8 * plane)));
            }
        }
    }

    public static uint[] Read(int count, ref SegmentReader input)
    {
        var steady = input.ReadCount() == 1;
        var numbers = new uint[count];
        for (var plane = 0; plane < Bytes; plane++)
        {
            foreach (ref var number in numbers.AsSpan())
            {
                number |= (uint)input.ReadByte() << (8 * plane);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var difference = (numbers[i] >> 1) ^ (0u - (numbers[i] & 1));
            numbers[i] = unchecked(Foretold(numbers, i, steady) + difference);
        }

        return numbers;
    }

    private static uint[] Differences(IReadOnlyList<uint> numbers, bool steady)
    {
        var differences = new uint[numbers.Count];
        for (var i = 0; i < differences.Length; i++)
        {
            var difference = unchecked((int)(numbers[i] - Foretold(numbers, i, steady)));
            differences[i] = (uint)((difference << 1) ^ (difference >> 31));
        }

        return differences;
    }

    private static uint Foretold(IReadOnlyList<uint> numbers, int place, bool steady) => place switch
    {
        0 => 0,
        1 => numbers[0],
        _ when steady => unchecked((2 * numbers[place - 1]) - numbers[place - 2]),
        _ => numbers[place - 1],
    };

    private static long Size(IReadOnlyList<uint> numbers, bool steady) => Differences(numbers, steady).Sum(difference => 32L - BitOperations.LeadingZeroCount(difference));
}
