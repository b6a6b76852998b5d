using MnM.Web.Champions;
using MnM.Web.Matches;
using MnM.Web.Players;

namespace MnM.Web.Search;

/// <summary>What was found, over HTTP.</summary>
/// <param name="Query">As it was sought.</param>
/// <param name="Players">By the Riot IDs of today, best first.</param>
/// <param name="Champions">Best first.</param>
/// <param name="Matches">The latest first.</param>
/// <param name="AskRiot">Whom Riot could be asked for by opening the page; null for nobody.</param>
public sealed record SearchAnswer(
    string Query, IReadOnlyList<PlayerHit> Players, IReadOnlyList<ChampionHit> Champions, IReadOnlyList<MatchHit> Matches, PlayerHit? AskRiot)
{
    internal static SearchAnswer Of(FoundThings found) => new(
        found.Text,
        [.. found.Players.Select(player => new PlayerHit(player.GameName, player.TagLine, player.ProfileIcon, player.Level, PlayerPages.AddressOf(player.GameName, player.TagLine)))],
        [.. found.Champions.Select(champion => new ChampionHit(champion.Id, champion.Alias, champion.Name, champion.Title, ChampionPages.AddressOf(champion.Alias)))],
        [.. found.Matches.Select(match => new MatchHit(match.Id, match.Stored is not null, match.Stored?.QueueId, match.Stored?.StartedAt, MatchPages.AddressOf(match.Id)))],
        found.Unknown is { } path ? new PlayerHit(path.GameName, path.TagLine, null, null, PlayerPages.AddressOf(path.GameName, path.TagLine)) : null);
}

/// <summary>A player by the Riot ID of today.</summary>
public sealed record PlayerHit(string GameName, string TagLine, int? ProfileIcon, int? Level, string Page);

/// <summary>A champion.</summary>
public sealed record ChampionHit(int ChampionId, string Alias, string Name, string Title, string Page);

/// <summary>A match; queue and start are those of a stored one.</summary>
public sealed record MatchHit(string MatchId, bool IsStored, int? QueueId, DateTimeOffset? StartedAt, string Page);
