using System.Collections.Immutable;
using MnM.Simulator.Chat;

namespace MnM.Simulator;

/// <summary>Where the simulator's interfaces are: the settings by which MnM finds them.</summary>
public sealed record SimulatorSettings(
    string LiveClientUrl, string LiveClientRoot, string LeagueClientPath, string RiotBaseUrl, string DataDragonUrl, string GameConstantsUrl, string RiotApiKey, string RiotTftApiKey)
{
    /// <summary>The Riot IDs of those who play a week of their own.</summary>
    public ImmutableArray<string> Friends { get; init; } = [];

    /// <summary>Where the language model is; null where there is none.</summary>
    public string? InsightsEndpoint { get; init; }

    /// <summary>One line each, NAME=value.</summary>
    public IReadOnlyList<string> Lines =>
    [
        $"LIVE_CLIENT_URL={LiveClientUrl}",
        $"LIVE_CLIENT_ROOT={LiveClientRoot}",
        $"LEAGUE_CLIENT_PATH={LeagueClientPath}",
        $"RIOT_BASE_URL={RiotBaseUrl}",
        $"DATA_DRAGON_URL={DataDragonUrl}",
        $"GAME_CONSTANTS_URL={GameConstantsUrl}",
        $"RIOT_API_KEY={RiotApiKey}",
        $"RIOT_TFT_API_KEY={RiotTftApiKey}",
        .. InsightsEndpoint is null ? (IEnumerable<string>)[] : [$"INSIGHTS_ENDPOINT={InsightsEndpoint}", $"INSIGHTS_MODEL={ChatOptions.Model}"],
        .. Friends.IsEmpty ? (IEnumerable<string>)[] : [$"FRIENDS={string.Join(',', Friends)}"],
    ];
}
