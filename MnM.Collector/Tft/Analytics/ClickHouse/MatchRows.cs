using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>The rows of a match, in the order of <see cref="RowsTable"/>'s columns.</summary>
internal sealed class MatchRows
{
    private const int BitsOfGame = 44;

    // Beside the mask of a key: that its first row is written.
    private const int Written = 0x100;

    private readonly FlatMatch _match;
    private readonly int _present;
    private readonly int[] _points = [-1, -1, -1];
    private readonly Dictionary<int, int> _units = [];
    private readonly Dictionary<(int Trait, int Step), int> _traits = [];
    private readonly Dictionary<FlatComp, int> _comps = [];

    public MatchRows(FlatMatch match)
    {
        _match = match;
        foreach (var board in match.Boards)
        {
            var place = 1 << (board.Placement - 1);
            _present |= place;
            Add(_comps, board.Comp, place);
            foreach (var unit in board.Units)
            {
                Add(_units, unit.Unit, place);
            }

            foreach (var trait in board.Traits)
            {
                Add(_traits, (trait.Trait, trait.Tier), place);
            }

            if (board.Standing is { } standing)
            {
                ref var points = ref _points[(int)standing.Tier - 1];
                points = Math.Max(points, standing.LeaguePoints);
            }
        }
    }

    /// <summary>The number by which a match's rows know it: game numbers are given per platform.</summary>
    public static ulong IdOf(FlatMatch match) => ((ulong)match.Platform << BitsOfGame) | (ulong)match.GameId;

    public void Write(RowBinaryWriter writer)
    {
        Match(writer, RowKind.Match);
        Board(writer, null, 0);
        Unit(writer, 0, 0, 0, []);
        Trait(writer, 0, 0, _match.Boards.Sum(board => board.Units.Length), 0, 0);
        writer.UInt8(0);
        writer.UInt8(0);
        foreach (var board in _match.Boards)
        {
            Write(writer, board);
        }
    }

    private void Write(RowBinaryWriter writer, FlatBoard board)
    {
        Match(writer, RowKind.Board);
        Board(writer, board, 0);
        Unit(writer, board.Comp.Carry, 0, 0, []);
        Trait(writer, board.Comp.Trait, board.Comp.SecondTrait, 0, 0, 0);
        Together(writer, _comps, board.Comp);
        foreach (var (ordinal, unit) in board.Units.Index())
        {
            Match(writer, RowKind.Unit);
            Board(writer, board, ordinal);
            Unit(writer, unit.Unit, unit.Star, unit.Rarity, unit.Items);
            Trait(writer, 0, 0, 0, 0, 0);
            Together(writer, _units, unit.Unit);
        }

        foreach (var (ordinal, trait) in board.Traits.Index())
        {
            Match(writer, RowKind.Trait);
            Board(writer, board, ordinal);
            Unit(writer, 0, 0, 0, []);
            Trait(writer, trait.Trait, 0, trait.Units, trait.Style, trait.Tier);
            Together(writer, _traits, (trait.Trait, trait.Tier));
        }
    }

    private void Match(RowBinaryWriter writer, RowKind kind)
    {
        writer.UInt32(_match.Patch.Code);
        writer.UInt8((int)kind);
        writer.UInt64(IdOf(_match));
        writer.UInt16(_match.Set);
        writer.UInt16(_match.Queue);
        writer.UInt16(_match.Platform);
        writer.UInt32(_match.EndedAt.ToUnixTimeSeconds());
        writer.UInt8(_present);
        foreach (var points in _points)
        {
            writer.Int32(points);
        }
    }

    private static void Board(RowBinaryWriter writer, FlatBoard? board, int ordinal)
    {
        writer.UInt8(board?.Placement ?? 0);
        writer.UInt8(ordinal);
        writer.Int16(board?.Level ?? 0);
        writer.Int16(board?.LastRound ?? 0);
        writer.Int32(board?.GoldLeft ?? 0);
        writer.UInt8((int)(board?.Standing?.Tier ?? 0));
        writer.Int32(board?.Standing?.LeaguePoints ?? -1);
        writer.UInt32((long)(board?.Standing?.Age.TotalSeconds ?? 0));
    }

    private static void Unit(RowBinaryWriter writer, int unit, int star, int rarity, ImmutableArray<int> items)
    {
        writer.UInt16(unit);
        writer.Int16(star);
        writer.Int16(rarity);
        writer.UInt16s(items.AsSpan());
    }

    private static void Trait(RowBinaryWriter writer, int trait, int second, int units, int style, int step)
    {
        writer.UInt16(trait);
        writer.UInt16(second);
        writer.Int16(units);
        writer.Int16(style);
        writer.Int16(step);
    }

    private static void Together<TKey>(RowBinaryWriter writer, Dictionary<TKey, int> masks, TKey key)
        where TKey : notnull
    {
        ref var mask = ref CollectionsMarshal.GetValueRefOrAddDefault(masks, key, out _);
        writer.UInt8(mask & 0xFF);
        writer.UInt8(mask < Written ? 1 : 0);
        mask |= Written;
    }

    private static void Add<TKey>(Dictionary<TKey, int> masks, TKey key, int place)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(masks, key, out _) |= place;
}
