using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Opens packed segments without copying them; where rows begin is found into buffers that the next segment uses again.</summary>
internal sealed class SegmentReader
{
    private int[] _boardStart = [];
    private int[] _unitStart = [];
    private int[] _traitStart = [];
    private int[] _itemStart = [];

    /// <summary>The segment in the bytes, until the next call.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what <see cref="SegmentBuilder"/> made.</exception>
    public Segment Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Unsafe.SizeOf<SegmentShape>())
        {
            throw new InvalidDataException("A segment is cut short.");
        }

        var shape = MemoryMarshal.Read<SegmentShape>(bytes);
        if (!shape.Fits(bytes.Length))
        {
            throw new InvalidDataException("A segment's length is not what it says.");
        }

        // In the order of SegmentBuilder.Pack: an initializer is evaluated from top to bottom.
        var columns = new Columns(bytes[Unsafe.SizeOf<SegmentShape>()..]);
        ReadOnlySpan<byte> boardCount, unitCount, traitCount, itemCount;
        return new Segment
        {
            EndedAt = columns.Next<long>(shape.Matches),
            GameId = columns.Next<long>(shape.Matches),
            Set = columns.Next<int>(shape.Matches),
            Queue = columns.Next<int>(shape.Matches),
            StandingAge = columns.Next<uint>(shape.Boards),
            Platform = columns.Next<ushort>(shape.Matches),
            Gold = columns.Next<ushort>(shape.Boards),
            Points = columns.Next<ushort>(shape.Boards),
            CompTrait = columns.Next<ushort>(shape.Boards),
            CompSecondTrait = columns.Next<ushort>(shape.Boards),
            CompCarry = columns.Next<ushort>(shape.Boards),
            Unit = columns.Next<ushort>(shape.Units),
            Item = columns.Next<ushort>(shape.Items),
            Trait = columns.Next<ushort>(shape.Traits),
            BoardCount = boardCount = columns.Next<byte>(shape.Matches),
            Placement = columns.Next<byte>(shape.Boards),
            Level = columns.Next<byte>(shape.Boards),
            LastRound = columns.Next<byte>(shape.Boards),
            Tier = columns.Next<byte>(shape.Boards),
            UnitCount = unitCount = columns.Next<byte>(shape.Boards),
            TraitCount = traitCount = columns.Next<byte>(shape.Boards),
            Star = columns.Next<byte>(shape.Units),
            Rarity = columns.Next<byte>(shape.Units),
            ItemCount = itemCount = columns.Next<byte>(shape.Units),
            TraitUnits = columns.Next<byte>(shape.Traits),
            TraitStyle = columns.Next<byte>(shape.Traits),
            TraitTier = columns.Next<byte>(shape.Traits),
            BoardStart = Starts(ref _boardStart, boardCount, shape.Boards),
            UnitStart = Starts(ref _unitStart, unitCount, shape.Units),
            TraitStart = Starts(ref _traitStart, traitCount, shape.Traits),
            ItemStart = Starts(ref _itemStart, itemCount, shape.Items),
        };
    }

    private static ReadOnlySpan<int> Starts(ref int[] starts, ReadOnlySpan<byte> counts, int all)
    {
        if (starts.Length <= counts.Length)
        {
            starts = new int[counts.Length + 1];
        }

        var next = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            starts[row] = next;
            next += counts[row];
        }

        starts[counts.Length] = next;
        return next == all ? starts.AsSpan(0, counts.Length + 1) : throw new InvalidDataException("A segment's columns do not fit together.");
    }

    private ref struct Columns(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public ReadOnlySpan<T> Next<T>(int rows)
            where T : unmanaged
        {
            var length = rows * Unsafe.SizeOf<T>();
            var column = MemoryMarshal.Cast<byte, T>(_rest[..length]);
            _rest = _rest[length..];
            return column;
        }
    }
}
