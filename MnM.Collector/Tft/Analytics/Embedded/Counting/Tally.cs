using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary><see cref="GroupSums"/> while they are being added up: its numbers in its order.</summary>
[InlineArray(Length)]
internal struct Tally
{
    public const int Length = 19;

    /// <summary>Of one packed number at most.</summary>
    private const int LongestNumber = 10;
    private const int FirstPlace = 1;
    private const int FirstProduct = FirstPlace + Places;
    private const int Places = 8;
    private const int TopFour = 0b1111;

    private static readonly byte[] SumOfPlaces = [.. Enumerable.Range(0, 256).Select(mask => (byte)Enumerable.Range(1, Places).Where(place => (mask >> (place - 1) & 1) == 1).Sum())];

    private long _first;

    /// <summary>How many matches have the group.</summary>
    public readonly long Matches => _first;

    private Span<long> Numbers => MemoryMarshal.CreateSpan(ref _first, Length);

    /// <summary>Adds a match.</summary>
    /// <param name="group">Places of the boards that have the group, first place in the lowest bit.</param>
    /// <param name="all">The same of the boards that could have it.</param>
    public void Add(byte group, byte all)
    {
        var sums = Numbers;
        sums[0]++;
        for (var rest = (uint)group; rest != 0; rest &= rest - 1)
        {
            sums[FirstPlace + BitOperations.TrailingZeroCount(rest)]++;
        }

        long n = BitOperations.PopCount(group), s = SumOfPlaces[group], t = BitOperations.PopCount((uint)group & TopFour), w = group & 1;
        long nAll = BitOperations.PopCount(all), sAll = SumOfPlaces[all];
        var products = sums[FirstProduct..];
        products[9] += s * sAll;
        products[8] += n * sAll;
        products[7] += s * nAll;
        products[6] += n * nAll;
        products[5] += n * w;
        products[4] += t * t;
        products[3] += n * t;
        products[2] += s * s;
        products[1] += n * s;
        products[0] += n * n;
    }

    /// <summary>Adds matches that have a group on the same places.</summary>
    /// <param name="group">These places.</param>
    /// <param name="matches">How many matches.</param>
    /// <param name="boards">How many boards of all of them could have it.</param>
    /// <param name="places">The sum of the places of these.</param>
    public void Add(byte group, long matches, long boards, long places)
    {
        Tally one = default;
        one.Add(group, all: 0);
        var sums = Numbers;
        var (n, s) = (BitOperations.PopCount(group), SumOfPlaces[group]);
        ReadOnlySpan<long> ones = one.Numbers;
        for (var i = 0; i < Length; i++)
        {
            sums[i] += matches * ones[i];
        }

        var products = sums[FirstProduct..];
        products[9] += s * places;
        products[8] += n * places;
        products[7] += s * boards;
        products[6] += n * boards;
    }

    /// <summary>Adds the sums of other matches.</summary>
    public void Add(Tally other)
    {
        var sums = Numbers;
        ReadOnlySpan<long> others = other.Numbers;
        for (var i = 0; i < Length; i++)
        {
            sums[i] += others[i];
        }
    }

    public static Tally Of(GroupSums group)
    {
        Tally tally = default;
        ReadOnlySpan<long> sums =
        [
            group.Matches, .. group.Places, group.NN, group.NS, group.SS, group.NT, group.TT, group.NW, group.NNBase, group.SNBase, group.NSBase, group.SSBase,
        ];
        sums.CopyTo(tally.Numbers);
        return tally;
    }

    public GroupSums ToSums()
    {
        var sums = Numbers;
        var products = sums[FirstProduct..];
        return new(
            sums[0], ImmutableArray.Create<long>(sums.Slice(FirstPlace, Places)), products[0], products[1], products[2], products[3], products[4], products[5], products[6], products[7], products[8], products[9]);
    }

    /// <summary>The numbers as seven bits a byte, small ones short.</summary>
    public byte[] Pack()
    {
        Span<byte> bytes = stackalloc byte[Length * LongestNumber];
        var length = 0;
        foreach (var number in Numbers)
        {
            for (var rest = (ulong)number; ; rest >>= 7)
            {
                if (rest < 0x80)
                {
                    bytes[length++] = (byte)rest;
                    break;
                }

                bytes[length++] = (byte)(rest | 0x80);
            }
        }

        return bytes[..length].ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Pack"/> made.</exception>
    public static Tally Unpack(ReadOnlySpan<byte> bytes)
    {
        Tally tally = default;
        var sums = tally.Numbers;
        var (number, shift) = (0, 0);
        foreach (var part in bytes)
        {
            if (number == Length || shift > 63)
            {
                throw new InvalidDataException("Sums of a rollup are damaged.");
            }

            sums[number] |= (long)(part & 0x7F) << shift;
            (number, shift) = part < 0x80 ? (number + 1, 0) : (number, shift + 7);
        }

        return number == Length ? tally : throw new InvalidDataException("Sums of a rollup are cut short.");
    }
}
