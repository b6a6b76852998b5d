using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Packs matches into a segment. All figures fit their columns: <see cref="FlatMatch"/> promises it of its own, and more than 65,535 names would be a fault.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<long> _endedAt = [];
    private readonly List<long> _gameId = [];
    private readonly List<int> _set = [];
    private readonly List<int> _queue = [];
    private readonly List<ushort> _platform = [];
    private readonly List<byte> _boardCount = [];
    private readonly List<uint> _standingAge = [];
    private readonly List<ushort> _gold = [];
    private readonly List<ushort> _points = [];
    private readonly List<ushort> _compTrait = [];
    private readonly List<ushort> _compSecondTrait = [];
    private readonly List<ushort> _compCarry = [];
    private readonly List<byte> _placement = [];
    private readonly List<byte> _level = [];
    private readonly List<byte> _lastRound = [];
    private readonly List<byte> _tier = [];
    private readonly List<byte> _unitCount = [];
    private readonly List<byte> _traitCount = [];
    private readonly List<ushort> _unit = [];
    private readonly List<byte> _star = [];
    private readonly List<byte> _rarity = [];
    private readonly List<byte> _itemCount = [];
    private readonly List<ushort> _item = [];
    private readonly List<ushort> _trait = [];
    private readonly List<byte> _traitUnits = [];
    private readonly List<byte> _traitStyle = [];
    private readonly List<byte> _traitTier = [];

    public int Matches => _endedAt.Count;

    public long FirstAt => _endedAt.Min();

    public long LastAt => _endedAt.Max();

    /// <summary>A segment that goes on where another ended.</summary>
    public static SegmentBuilder After(in Segment segment)
    {
        var builder = new SegmentBuilder();
        builder._endedAt.AddRange(segment.EndedAt);
        builder._gameId.AddRange(segment.GameId);
        builder._set.AddRange(segment.Set);
        builder._queue.AddRange(segment.Queue);
        builder._platform.AddRange(segment.Platform);
        builder._boardCount.AddRange(segment.BoardCount);
        builder._standingAge.AddRange(segment.StandingAge);
        builder._gold.AddRange(segment.Gold);
        builder._points.AddRange(segment.Points);
        builder._compTrait.AddRange(segment.CompTrait);
        builder._compSecondTrait.AddRange(segment.CompSecondTrait);
        builder._compCarry.AddRange(segment.CompCarry);
        builder._placement.AddRange(segment.Placement);
        builder._level.AddRange(segment.Level);
        builder._lastRound.AddRange(segment.LastRound);
        builder._tier.AddRange(segment.Tier);
        builder._unitCount.AddRange(segment.UnitCount);
        builder._traitCount.AddRange(segment.TraitCount);
        builder._unit.AddRange(segment.Unit);
        builder._star.AddRange(segment.Star);
        builder._rarity.AddRange(segment.Rarity);
        builder._itemCount.AddRange(segment.ItemCount);
        builder._item.AddRange(segment.Item);
        builder._trait.AddRange(segment.Trait);
        builder._traitUnits.AddRange(segment.TraitUnits);
        builder._traitStyle.AddRange(segment.TraitStyle);
        builder._traitTier.AddRange(segment.TraitTier);
        return builder;
    }

    public void Add(FlatMatch match)
    {
        checked
        {
            _endedAt.Add(match.EndedAt.ToUnixTimeSeconds());
            _gameId.Add(match.GameId);
            _set.Add(match.Set);
            _queue.Add(match.Queue);
            _platform.Add((ushort)match.Platform);
            _boardCount.Add((byte)match.Boards.Length);
            foreach (var board in match.Boards)
            {
                Add(board);
            }
        }
    }

    /// <summary>All columns behind each other, wide ones first, so that each begins where its numbers may.</summary>
    public byte[] Pack()
    {
        var shape = new SegmentShape(_endedAt.Count, _placement.Count, _unit.Count, _item.Count, _trait.Count);
        var bytes = new byte[shape.Length];
        MemoryMarshal.Write(bytes, shape);

        // In the order of SegmentReader.Read.
        var columns = new Columns(bytes.AsSpan(Unsafe.SizeOf<SegmentShape>()));
        columns.Put(_endedAt, _gameId);
        columns.Put(_set, _queue);
        columns.Put(_standingAge);
        columns.Put(_platform, _gold, _points, _compTrait, _compSecondTrait, _compCarry, _unit, _item, _trait);
        columns.Put(_boardCount, _placement, _level, _lastRound, _tier, _unitCount, _traitCount, _star, _rarity, _itemCount, _traitUnits, _traitStyle, _traitTier);
        return bytes;
    }

    private void Add(FlatBoard board)
    {
        checked
        {
            _standingAge.Add(board.Standing is { } standing ? uint.CreateSaturating(standing.Age.TotalSeconds) : 0);
            _tier.Add((byte)(board.Standing?.Tier ?? 0));
            _points.Add(ushort.CreateSaturating(board.Standing?.LeaguePoints ?? 0));
            _gold.Add((ushort)board.GoldLeft);
            _compTrait.Add((ushort)board.Comp.Trait);
            _compSecondTrait.Add((ushort)board.Comp.SecondTrait);
            _compCarry.Add((ushort)board.Comp.Carry);
            _placement.Add((byte)board.Placement);
            _level.Add((byte)board.Level);
            _lastRound.Add((byte)board.LastRound);
            _unitCount.Add((byte)board.Units.Length);
            _traitCount.Add((byte)board.Traits.Length);
            foreach (var unit in board.Units)
            {
                _unit.Add((ushort)unit.Unit);
                _star.Add((byte)unit.Star);
                _rarity.Add((byte)unit.Rarity);
                _itemCount.Add((byte)unit.Items.Length);
                foreach (var item in unit.Items)
                {
                    _item.Add((ushort)item);
                }
            }

            foreach (var trait in board.Traits)
            {
                _trait.Add((ushort)trait.Trait);
                _traitUnits.Add((byte)trait.Units);
                _traitStyle.Add((byte)trait.Style);
                _traitTier.Add((byte)trait.Tier);
            }
        }
    }

    private ref struct Columns(Span<byte> rest)
    {
        private Span<byte> _rest = rest;

        public void Put<T>(params ReadOnlySpan<List<T>> columns)
            where T : unmanaged
        {
            foreach (var column in columns)
            {
                var bytes = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(column));
                bytes.CopyTo(_rest);
                _rest = _rest[bytes.Length..];
            }
        }
    }
}
