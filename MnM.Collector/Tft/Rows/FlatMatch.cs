using System.Collections.Immutable;
using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Rows;

/// <summary>A match as the analytics stores keep it: numbers alone, those of names by <see cref="NameBook"/>.</summary>
/// <param name="MatchId">Riot's id.</param>
/// <param name="GameId">The number in it.</param>
/// <param name="Platform">Code of the platform in it.</param>
/// <param name="EndedAt">What Riot calls its time, UTC.</param>
/// <param name="Patch">By its version or the calendar; unknown where neither says.</param>
/// <param name="Set">Its number; 0 where Riot does not say.</param>
/// <param name="Queue">Riot's number.</param>
/// <param name="Boards">Two to eight, each with another place from 1 to 8.</param>
internal sealed record FlatMatch(
    string MatchId, long GameId, int Platform, DateTimeOffset EndedAt, Patch Patch, int Set, int Queue, ImmutableArray<FlatBoard> Boards);

/// <summary>What somebody had at the end.</summary>
/// <param name="Placement">1 to 8.</param>
/// <param name="Level">Of the board.</param>
/// <param name="LastRound">All stages counted through.</param>
/// <param name="GoldLeft">At the end.</param>
/// <param name="Standing">On the ladder at the time of the match; null for who was not on it, or where no ladder was read.</param>
/// <param name="Units">In Riot's order; the same unit may be there twice.</param>
/// <param name="Traits">Those that a unit brings, active or not.</param>
/// <param name="Comp">What the board is called by.</param>
internal sealed record FlatBoard(
    int Placement, int Level, int LastRound, int GoldLeft, LadderStanding? Standing, ImmutableArray<FlatUnit> Units, ImmutableArray<FlatTrait> Traits, FlatComp Comp);

/// <summary>A unit on a board.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Star">Riot's tier of the unit, 1 to 4 as a rule.</param>
/// <param name="Rarity">Riot's own scale, which skips numbers.</param>
/// <param name="Items">Codes, sorted; the same item may be there twice.</param>
internal sealed record FlatUnit(int Unit, int Star, int Rarity, ImmutableArray<int> Items);

/// <summary>A trait of a board.</summary>
/// <param name="Trait">Its code.</param>
/// <param name="Units">How many units bring it.</param>
/// <param name="Style">Riot's colour, 0 for an inactive one.</param>
/// <param name="Tier">Which of its steps that reaches, 0 for none.</param>
internal sealed record FlatTrait(int Trait, int Units, int Style, int Tier);

/// <summary>
/// What a board is called by: its two strongest active traits (by style, then units, then code) and its carry, the unit with the most items (then stars, then rarity, then code).
/// 0 where there is none.
/// </summary>
internal readonly record struct FlatComp(int Trait, int SecondTrait, int Carry);

/// <summary>Where somebody stood at the time of a match.</summary>
/// <param name="Tier">Of the three with a ladder.</param>
/// <param name="LeaguePoints">Of that tier.</param>
/// <param name="Age">Between the match and the reading of the ladder that is nearest to it, before or after.</param>
internal readonly record struct LadderStanding(TftTier Tier, int LeaguePoints, TimeSpan Age);
