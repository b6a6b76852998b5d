using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking.Friends;

/// <summary>All that is known of the friends now.</summary>
/// <param name="At">When it was read, UTC.</param>
/// <param name="DayBegan">Midnight of this machine's time zone, UTC.</param>
/// <param name="WeekBegan">The same of this week's Monday.</param>
/// <param name="Friends">Those who are tracked or paused; who is in a game first, then by name.</param>
/// <param name="Pairings">Who has played with whom on one side in the last thirty days, the most games first.</param>
public sealed record FriendsView(
    DateTimeOffset At, DateTimeOffset DayBegan, DateTimeOffset WeekBegan, ImmutableArray<FriendView> Friends, ImmutableArray<Pairing> Pairings);

/// <summary>A friend.</summary>
public sealed record FriendView
{
    public required long PlayerId { get; init; }

    /// <summary>The Riot ID's first part; null where another player has it now and the new one is not known yet.</summary>
    public required string? GameName { get; init; }
    public required string? TagLine { get; init; }
    public required int? ProfileIcon { get; init; }

    /// <summary>In lower case.</summary>
    public required string Platform { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Null unless paused.</summary>
    public required DateTimeOffset? PausedAt { get; init; }

    /// <summary>The game the friend is in; null outside one, and of a custom game nothing but that it is one.</summary>
    public required CurrentGame? Game { get; init; }

    /// <summary>The last ten games of both products, the latest first; those without a result are left out.</summary>
    public required ImmutableArray<PlayedGame> Form { get; init; }

    /// <summary>Ranks by Riot's word of the queue, with what they have changed today and this week.</summary>
    public required ImmutableArray<RankChange> Ranks { get; init; }

    /// <summary>This week in League of Legends.</summary>
    public required PlayedFigures LeagueWeek { get; init; }

    /// <summary>This week in Teamfight Tactics; a win is a place among the better half.</summary>
    public required PlayedFigures TacticsWeek { get; init; }

    /// <summary>The products whose games the spectator does not show of this friend; they are found when they are over.</summary>
    public required ImmutableArray<RiotProduct> Hidden { get; init; }

    /// <summary>The same, outside a custom game.</summary>
    public FriendView WithoutCustomGame() => Game is { IsCustom: true } ? this with { Game = null } : this;
}

/// <summary>A game that runs.</summary>
/// <param name="GameId">The id of its match.</param>
/// <param name="Product">What is played.</param>
/// <param name="Queue">Riot's number; null where it is not known.</param>
/// <param name="ChampionId">Riot's number; null where it is not known, and in Teamfight Tactics.</param>
/// <param name="StartedAt">UTC; null while it loads.</param>
/// <param name="DetectedAt">When MnM saw it first.</param>
/// <param name="DetectedBy">How.</param>
/// <param name="IsCustom">A custom game: whom it is with is nobody's business.</param>
public sealed record CurrentGame(
    string GameId, RiotProduct Product, int? Queue, int? ChampionId, DateTimeOffset? StartedAt, DateTimeOffset DetectedAt, DetectedBy DetectedBy, bool IsCustom);

/// <summary>A game with a result.</summary>
/// <param name="GameId">The id of its match.</param>
/// <param name="Product">What was played.</param>
/// <param name="Queue">Riot's number.</param>
/// <param name="ChampionId">Riot's number; null in Teamfight Tactics.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="DurationSeconds">Until the last player left.</param>
/// <param name="Won">Null of a remake.</param>
/// <param name="Result">What else is known.</param>
public sealed record PlayedGame(
    string GameId, RiotProduct Product, int? Queue, int? ChampionId, DateTimeOffset EndedAt, int DurationSeconds, bool? Won, GameResult? Result);

/// <summary>A rank and how it has changed.</summary>
/// <param name="Queue">Riot's word, for example RANKED_SOLO_5x5.</param>
/// <param name="Rank">Now; null where the player has none any more.</param>
/// <param name="Today">League points since midnight, divisions and tiers counted in; null where there is nothing to compare with.</param>
/// <param name="Week">The same since Monday.</param>
public sealed record RankChange(string Queue, PlayerRank? Rank, int? Today, int? Week);

/// <summary>What somebody has played in a time.</summary>
/// <param name="Games">With a result, remakes included.</param>
/// <param name="Wins">Of them.</param>
/// <param name="Seconds">In them.</param>
public sealed record PlayedFigures(int Games, int Wins, long Seconds)
{
    /// <summary>Hours in them.</summary>
    public double Hours => Seconds / 3600.0;
}

/// <summary>Two friends on one side.</summary>
/// <param name="One">The smaller number of both.</param>
/// <param name="Other">The larger.</param>
/// <param name="Share">How many games they played on one side and won; remakes are left out.</param>
public sealed record Pairing(long One, long Other, WinShare Share);
