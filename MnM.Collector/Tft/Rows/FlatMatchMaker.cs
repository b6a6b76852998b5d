using System.Collections.Immutable;
using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Rows;

/// <summary>Puts codes in the place of names, and finds out what a board is called by.</summary>
internal static class FlatMatchMaker
{
    public static FlatMatch Make(
        NamedMatch match, Patch patch, IReadOnlyDictionary<(NameKind Kind, string Name), int> codes, IReadOnlyDictionary<string, LadderStanding> standings)
    {
        return new(
            match.MatchId, match.GameId, codes[(NameKind.Platform, match.Platform)], match.EndedAt, patch, match.Set, match.Queue, [.. match.Boards.Select(Board)]);

        FlatBoard Board(NamedBoard board)
        {
            ImmutableArray<FlatUnit> units =
            [
                .. board.Units.Select(unit => new FlatUnit(codes[(NameKind.Unit, unit.Unit)], unit.Star, unit.Rarity, [.. unit.Items.Select(item => codes[(NameKind.Item, item)]).Order()])),
            ];
            ImmutableArray<FlatTrait> traits = [.. board.Traits.Select(trait => new FlatTrait(codes[(NameKind.Trait, trait.Trait)], trait.Units, trait.Style, trait.Tier))];
            var standing = board.Puuid is { } puuid && standings.TryGetValue(puuid, out var stood) ? stood : (LadderStanding?)null;
            return new(board.Placement, board.Level, board.LastRound, board.GoldLeft, standing, units, traits, CompOf(units, traits));
        }
    }

    /// <summary>What a board is called by.</summary>
    public static FlatComp CompOf(ImmutableArray<FlatUnit> units, ImmutableArray<FlatTrait> traits)
    {
        var strongest = traits.Where(trait => trait.Tier > 0)
            .OrderByDescending(trait => trait.Style).ThenByDescending(trait => trait.Units).ThenBy(trait => trait.Trait)
            .Select(trait => trait.Trait).Distinct().Take(2).ToList();
        var carry = units.OrderByDescending(unit => unit.Items.Length).ThenByDescending(unit => unit.Star).ThenByDescending(unit => unit.Rarity).ThenBy(unit => unit.Unit).FirstOrDefault();
        return new(strongest.ElementAtOrDefault(0), strongest.ElementAtOrDefault(1), carry?.Unit ?? 0);
    }
}
