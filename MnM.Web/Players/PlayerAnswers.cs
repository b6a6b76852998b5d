using System.Collections.Immutable;
using MnM.Collector.Matches.Played;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;

namespace MnM.Web.Players;

/// <summary>How sure something is that Riot says.</summary>
public enum PlayerState
{
    /// <summary>As Riot said a short time ago.</summary>
    Fresh,

    /// <summary>Older, because it could not be had anew.</summary>
    Stale,

    /// <summary>Riot has never told it to MnM.</summary>
    Unavailable,

    /// <summary>MnM knows nobody by this id.</summary>
    Unknown,
}

/// <summary>Something that Riot says of a player.</summary>
/// <param name="State">How sure it is.</param>
/// <param name="At">When Riot said it, UTC; null where it did not.</param>
/// <param name="Reason">Why it is not fresh; null where it is.</param>
/// <param name="Value">Null where it is not known.</param>
public sealed record PlayerPartAnswer<T>(PlayerState State, DateTimeOffset? At, string? Reason, T? Value)
    where T : class
{
    internal static PlayerPartAnswer<T> Of<TSource>(RefreshedPlayer refreshed, PlayerParts part, Dated<TSource>? dated, Func<TSource, T> change)
    {
        var stale = refreshed.Stale.FirstOrDefault(stale => stale.Part == part);
        return new PlayerPartAnswer<T>(
            dated is null ? PlayerState.Unavailable : stale is null ? PlayerState.Fresh : PlayerState.Stale, dated?.At, stale?.Reason, dated is null ? null : change(dated.Value));
    }
}

/// <summary>A player, as far as Riot and the stored matches tell.</summary>
/// <param name="Id">MnM's own.</param>
/// <param name="Puuid">As the key's product sees the player.</param>
/// <param name="GameName">The Riot ID of today; null where it is not known.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="Platform">In lower case; null while it is not known.</param>
/// <param name="Profile">Icon and level.</param>
/// <param name="Ranks">Solo and flex.</param>
/// <param name="Mastery">Of the champions with the most points, ten at most.</param>
/// <param name="Form">The last games that have a part in win rates, the oldest first.</param>
/// <param name="WinRate">Of all stored games that have one; null of fewer than ten.</param>
/// <param name="Matches">How many are stored.</param>
public sealed record PlayerAnswer(
    long Id, string Puuid, string? GameName, string? TagLine, string? Platform, PlayerPartAnswer<PlayerProfile> Profile, PlayerPartAnswer<PlayerRanks> Ranks,
    PlayerPartAnswer<IReadOnlyList<PlayerMastery>> Mastery, ImmutableArray<FormAnswer> Form, ShareAnswer? WinRate, int Matches)
{
    private const int MostMasteries = 10;

    internal static PlayerAnswer Of(RefreshedPlayer refreshed, PlayerFigures figures)
    {
        var player = refreshed.Player;
        return new PlayerAnswer(
            player.Id, player.Puuid.Value, player.GameName, player.TagLine, player.Platform?.Value,
            PlayerPartAnswer<PlayerProfile>.Of(refreshed, PlayerParts.Profile, player.Profile, profile => profile),
            PlayerPartAnswer<PlayerRanks>.Of(refreshed, PlayerParts.Ranks, player.Ranks, ranks => ranks),
            PlayerPartAnswer<IReadOnlyList<PlayerMastery>>.Of(
                refreshed, PlayerParts.Masteries, player.Masteries, list => [.. list.Entries.OrderByDescending(mastery => mastery.Points).Take(MostMasteries)]),
            [.. figures.Form.Select(game => new FormAnswer(game.MatchId, game.StartedAt, game.Champion.Id, game.QueueId, game.IsWon, game.Kills, game.Deaths, game.Assists))],
            ShareAnswer.Of(figures.Rate), figures.Read.Games.Length);
    }
}

/// <summary>A game of the form.</summary>
public sealed record FormAnswer(string MatchId, DateTimeOffset? StartedAt, int ChampionId, int QueueId, bool Won, int Kills, int Deaths, int Assists);

/// <summary>A share of games won.</summary>
/// <param name="Games">Of so many.</param>
/// <param name="Wins">Games won.</param>
/// <param name="Percent">Drawn towards the player's mean.</param>
/// <param name="Low">Of Wilson's interval of the bare share, percent.</param>
/// <param name="High">Of the same.</param>
public sealed record ShareAnswer(int Games, int Wins, double Percent, double Low, double High)
{
    /// <summary>Null of fewer than ten games.</summary>
    internal static ShareAnswer? Of(WinRate rate) => rate is { IsEnough: true, Percent: { } percent }
        ? new ShareAnswer(rate.Games, rate.Wins, Math.Round(percent, 2), Math.Round(rate.Interval.Low, 2), Math.Round(rate.Interval.High, 2))
        : null;
}

/// <summary>How a player has fared with a champion.</summary>
/// <param name="ChampionId">Riot's number.</param>
/// <param name="Champion">As players call it.</param>
/// <param name="Games">How many came to an end.</param>
/// <param name="RatedGames">How many of the games have a part in win rates.</param>
/// <param name="Wins">Of the rated games.</param>
/// <param name="WinRate">Null of fewer than ten.</param>
/// <param name="Average">Of a rated game; null without one.</param>
/// <param name="PlayedSeconds">The player's time in all games.</param>
/// <param name="LastPlayed">When the last of them began, UTC.</param>
/// <param name="Mastery">Null where it is not known.</param>
public sealed record PoolChampionAnswer(
    int ChampionId, string Champion, int Games, int RatedGames, int Wins, ShareAnswer? WinRate, PoolAverage? Average, long PlayedSeconds, DateTimeOffset? LastPlayed, PlayerMastery? Mastery)
{
    internal static PoolChampionAnswer Of(PoolChampion champion, KnownPlayer player) => new(
        champion.Champion.Id, champion.Champion.Name, champion.Games, champion.Rate.Games, champion.Rate.Wins, ShareAnswer.Of(champion.Rate), champion.Average,
        (long)champion.Played.TotalSeconds, champion.LastPlayed, player.Masteries?.Value.Of(champion.Champion.Id));
}

/// <summary>A player's ranks among several.</summary>
public sealed record RankAnswer(string Puuid, string? GameName, string? TagLine, PlayerPartAnswer<PlayerRanks> Ranks)
{
    internal static RankAnswer Unknown(string puuid) =>
        new(puuid, null, null, new PlayerPartAnswer<PlayerRanks>(PlayerState.Unknown, null, "MnM knows nobody by this id; look for the player by Riot ID first.", null));
}
