using System.Collections.Immutable;

namespace MnM.Collector.Tft.Rows;

/// <summary>A match as its JSON tells it, checked, with Riot's ids in place of codes.</summary>
internal sealed record NamedMatch(string MatchId, long GameId, string Platform, string GameVersion, DateTimeOffset EndedAt, int Set, int Queue, ImmutableArray<NamedBoard> Boards)
{
    /// <summary>Who played, as far as Riot names them.</summary>
    public IEnumerable<string> Puuids => Boards.Select(board => board.Puuid).OfType<string>();

    /// <summary>Every name that it has.</summary>
    public IEnumerable<(NameKind Kind, string Name)> Names =>
    [
        (NameKind.Platform, Platform),
        .. Boards.SelectMany(board => board.Units).Select(unit => (NameKind.Unit, unit.Unit)),
        .. Boards.SelectMany(board => board.Units).SelectMany(unit => unit.Items).Select(item => (NameKind.Item, item)),
        .. Boards.SelectMany(board => board.Traits).Select(trait => (NameKind.Trait, trait.Trait)),
    ];
}

/// <summary>See <see cref="FlatBoard"/>; the PUUID is null where Riot names none.</summary>
internal sealed record NamedBoard(string? Puuid, int Placement, int Level, int LastRound, int GoldLeft, ImmutableArray<NamedUnit> Units, ImmutableArray<NamedTrait> Traits);

/// <summary>See <see cref="FlatUnit"/>; the items are in Riot's order, which says nothing.</summary>
internal sealed record NamedUnit(string Unit, int Star, int Rarity, ImmutableArray<string> Items);

/// <summary>See <see cref="FlatTrait"/>.</summary>
internal sealed record NamedTrait(string Trait, int Units, int Style, int Tier);

/// <summary>What came of reading a match's JSON for rows.</summary>
internal abstract record FlatReading
{
    private FlatReading()
    {
    }

    public sealed record Rows(NamedMatch Match) : FlatReading;

    /// <summary>It was called off, so that its places say nothing.</summary>
    public sealed record CalledOff : FlatReading;

    /// <summary>It does not fit.</summary>
    /// <param name="Fault">Why, in a sentence for people.</param>
    public sealed record Unfit(string Fault) : FlatReading;
}
