using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>How many rows of each kind a segment has; it stands before the columns, and is so long that those begin at a multiple of eight.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct SegmentShape(int Matches, int Boards, int Units, int Items, int Traits, int Unused = 0)
{
    // What a row of each kind takes, all columns together.
    private const int MatchSize = (2 * 8) + (2 * 4) + 2 + 1;
    private const int BoardSize = 4 + (5 * 2) + 6;
    private const int UnitSize = 2 + 3;
    private const int ItemSize = 2;
    private const int TraitSize = 2 + 3;

    public int Length => Unsafe.SizeOf<SegmentShape>() + (int)Size;

    private long Size => ((long)Matches * MatchSize) + ((long)Boards * BoardSize) + ((long)Units * UnitSize) + ((long)Items * ItemSize) + ((long)Traits * TraitSize);

    /// <summary>Whether bytes of this length can hold such rows.</summary>
    public bool Fits(int length) => int.Min(int.Min(int.Min(Matches, Boards), int.Min(Units, Items)), Traits) >= 0 && Size == length - Unsafe.SizeOf<SegmentShape>();
}
