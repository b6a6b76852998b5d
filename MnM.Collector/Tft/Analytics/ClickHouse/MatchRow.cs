using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>The row of a match, in the order of <see cref="RowsTable"/>'s columns.</summary>
internal static class MatchRow
{
    private const int BitsOfGame = 44;

    /// <summary>The number by which a match's row knows it: game numbers are given per platform.</summary>
    public static ulong IdOf(FlatMatch match) => match.GameId >> BitsOfGame == 0
        ? ((ulong)match.Platform << BitsOfGame) | (ulong)match.GameId
        : throw new ArgumentException($"The number of match {match.MatchId} is larger than any of Riot’s.", nameof(match));

    public static void Write(RowBinaryWriter writer, FlatMatch match)
    {
        writer.UInt32(match.Patch.Code);
        writer.UInt64(IdOf(match));
        writer.UInt16(match.Set);
        writer.UInt16(match.Queue);
        writer.UInt16(match.Platform);
        writer.UInt32(match.EndedAt.ToUnixTimeSeconds());
        writer.UInt8(Mask(match.Boards.Select(board => board.Placement)));
        foreach (var tier in (TftTier[])[TftTier.Master, TftTier.Grandmaster, TftTier.Challenger])
        {
            writer.Int32(match.Boards.Max(board => board.Standing is { } standing && standing.Tier == tier ? standing.LeaguePoints : -1));
        }

        List<FlatBoard> boards = [.. match.Boards.OrderBy(board => board.Placement)];
        Boards(writer, boards);
        Copies(writer, boards);
        Traits(writer, boards);
        Comps(writer, boards);
    }

    private static void Boards(RowBinaryWriter writer, List<FlatBoard> boards)
    {
        writer.Array(boards, board => writer.UInt8(board.Placement));
        writer.Array(boards, board => writer.UInt8(board.Level));
        writer.Array(boards, board => writer.UInt8(byte.CreateSaturating(board.LastRound)));
        writer.Array(boards, board => writer.UInt16(ushort.CreateSaturating(board.GoldLeft)));
        writer.Array(boards, board => writer.UInt8((int)(board.Standing?.Tier ?? 0)));
        writer.Array(boards, board => writer.Int32(board.Standing?.LeaguePoints ?? -1));
        writer.Array(boards, board => writer.UInt32(uint.CreateSaturating(board.Standing?.Age.TotalSeconds ?? 0)));
    }

    private static void Copies(RowBinaryWriter writer, List<FlatBoard> boards)
    {
        List<(int Place, FlatUnit Unit)> copies = [.. boards.SelectMany(board => board.Units.Select(unit => (board.Placement, unit))).OrderBy(copy => copy.unit.Unit)];
        var places = copies.GroupBy(copy => copy.Unit.Unit, copy => copy.Place).ToDictionary(unit => unit.Key, Mask);
        writer.Array(copies, copy => writer.UInt16(copy.Unit.Unit));
        writer.Array(copies, copy => writer.UInt8(places[copy.Unit.Unit]));
        writer.Array(copies, copy => writer.UInt8(copy.Place));
        writer.Array(copies, copy => writer.UInt8(copy.Unit.Star));
        writer.Array(copies, copy => writer.UInt8(copy.Unit.Rarity));
        writer.Array(copies, copy => writer.UInt16s(copy.Unit.Items.AsSpan()));
    }

    private static void Traits(RowBinaryWriter writer, List<FlatBoard> boards)
    {
        var traits = boards.SelectMany(board => board.Traits.Select(trait => (trait.Trait, trait.Tier, board.Placement))).GroupBy(trait => (trait.Trait, trait.Tier), trait => trait.Placement)
            .OrderBy(trait => trait.Key).ToList();
        writer.Array(traits, trait => writer.UInt16(trait.Key.Trait));
        writer.Array(traits, trait => writer.UInt8(trait.Key.Tier));
        writer.Array(traits, trait => writer.UInt8(Mask(trait)));
    }

    private static void Comps(RowBinaryWriter writer, List<FlatBoard> boards)
    {
        var comps = boards.GroupBy(board => board.Comp, board => board.Placement).OrderBy(comp => comp.Key.Carry).ToList();
        writer.Array(comps, comp => writer.UInt16(comp.Key.Carry));
        writer.Array(comps, comp => writer.UInt16(comp.Key.Trait));
        writer.Array(comps, comp => writer.UInt16(comp.Key.SecondTrait));
        writer.Array(comps, comp => writer.UInt8(Mask(comp)));
    }

    private static int Mask(IEnumerable<int> places) => places.Aggregate(0, (mask, place) => mask | (1 << (place - 1)));
}
