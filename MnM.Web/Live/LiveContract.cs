using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>A watched game as the API tells it.</summary>
public sealed record GameSummary(
    long Id, string? RiotMatchId, string GameMode, string? GameType, string MapName, DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
    double GameLengthSeconds, string? WinningTeam, bool IsLive, bool IsStarred, DateTimeOffset? ImportedAt)
{
    internal static GameSummary Of(Game game) => new(
        game.Id, game.RiotMatchId, game.GameMode, game.GameType, game.MapName, game.StartedAt, game.EndedAt, game.GameLengthSeconds, game.WinningTeam, game.IsLive,
        game.IsStarred, game.ImportedAt);
}

/// <summary>A watched game with its people (columns of players_in_games) and its events (objects of Riot).</summary>
public sealed record GameAnswer(
    long Id, string? RiotMatchId, string GameMode, string? GameType, string MapName, DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
    double GameLengthSeconds, string? WinningTeam, bool IsLive, bool IsStarred, DateTimeOffset? ImportedAt, IReadOnlyList<PlayerInGame> Players, IReadOnlyList<RawJson> Events);
