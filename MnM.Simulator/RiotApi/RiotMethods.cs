using System.Collections.Immutable;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Simulator.RiotApi;

/// <summary>Every method that the simulated API has, with limits of the size that Riot's developer portal shows for a personal key.</summary>
internal static class RiotMethods
{
    private const string Wide = "20000:10,1200000:600";
    private const string Ladder = "30:10,500:600";

    public static RiotMethod AccountByRiotId { get; } = Account("by-riot-id", "accounts/by-riot-id/{gameName}/{tagLine}", "1000:60");
    public static RiotMethod AccountByPuuid { get; } = Account("by-puuid", "accounts/by-puuid/{puuid}", "1000:60");
    public static RiotMethod RegionByGame { get; } = Account("region-by-game", "region/by-game/{game}/by-puuid/{puuid}", Wide);

    public static RiotMethod Summoner { get; } = Platform("summoner-v4.by-puuid", "/lol/summoner/v4/summoners/by-puuid/{puuid}", "1600:60");
    public static RiotMethod Entries { get; } = Platform("league-v4.entries-by-puuid", "/lol/league/v4/entries/by-puuid/{puuid}", Wide);
    public static RiotMethod Division { get; } = Platform("league-v4.entries", "/lol/league/v4/entries/{queue}/{tier}/{division}", "50:10");
    public static RiotMethod Challenger { get; } = Platform("league-v4.challenger", "/lol/league/v4/challengerleagues/by-queue/{queue}", Ladder);
    public static RiotMethod Grandmaster { get; } = Platform("league-v4.grandmaster", "/lol/league/v4/grandmasterleagues/by-queue/{queue}", Ladder);
    public static RiotMethod Master { get; } = Platform("league-v4.master", "/lol/league/v4/masterleagues/by-queue/{queue}", Ladder);
    public static RiotMethod Masteries { get; } = Platform("champion-mastery-v4.by-puuid", "/lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid}", Wide);
    public static RiotMethod TopMasteries { get; } = Platform("champion-mastery-v4.top", "/lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid}/top", Wide);
    public static RiotMethod OneMastery { get; } =
        Platform("champion-mastery-v4.by-champion", "/lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid}/by-champion/{championId}", Wide);
    public static RiotMethod ActiveGame { get; } = Platform("spectator-v5.active-game", "/lol/spectator/v5/active-games/by-summoner/{puuid}", Wide);
    public static RiotMethod Status { get; } = Platform("lol-status-v4.platform-data", "/lol/status/v4/platform-data", Wide);

    public static RiotMethod MatchIds { get; } = Region("match-v5.ids", "/lol/match/v5/matches/by-puuid/{puuid}/ids", "2000:10");
    public static RiotMethod Match { get; } = Region("match-v5.match", "/lol/match/v5/matches/{matchId}", "2000:10");
    public static RiotMethod Timeline { get; } = Region("match-v5.timeline", "/lol/match/v5/matches/{matchId}/timeline", "2000:10");
    public static RiotMethod Replays { get; } = Region("match-v5.replays", "/lol/match/v5/matches/by-puuid/{puuid}/replays", "2000:10");

    public static RiotMethod TftEntries { get; } = Platform("tft-league-v1.by-puuid", "/tft/league/v1/by-puuid/{puuid}", Wide);
    public static RiotMethod TftChallenger { get; } = Platform("tft-league-v1.challenger", "/tft/league/v1/challenger", Ladder);
    public static RiotMethod TftGrandmaster { get; } = Platform("tft-league-v1.grandmaster", "/tft/league/v1/grandmaster", Ladder);
    public static RiotMethod TftMaster { get; } = Platform("tft-league-v1.master", "/tft/league/v1/master", Ladder);
    public static RiotMethod TftDivision { get; } = Platform("tft-league-v1.entries", "/tft/league/v1/entries/{tier}/{division}", "50:10");
    public static RiotMethod TftSummoner { get; } = Platform("tft-summoner-v1.by-puuid", "/tft/summoner/v1/summoners/by-puuid/{puuid}", "1600:60");
    public static RiotMethod TftMatchIds { get; } = Region("tft-match-v1.ids", "/tft/match/v1/matches/by-puuid/{puuid}/ids", "400:10");
    public static RiotMethod TftMatch { get; } = Region("tft-match-v1.match", "/tft/match/v1/matches/{matchId}", "200:10");
    public static RiotMethod TftActiveGame { get; } = Platform("spectator-tft-v5.active-game", "/lol/spectator/tft/v5/active-games/by-puuid/{puuid}", Wide);
    public static RiotMethod TftStatus { get; } = Platform("tft-status-v1.platform-data", "/tft/status/v1/platform-data", Wide);

    public static ImmutableArray<RiotMethod> All { get; } =
    [
        AccountByRiotId, AccountByPuuid, RegionByGame, Summoner, Entries, Division, Challenger, Grandmaster, Master, Masteries, TopMasteries, OneMastery,
        ActiveGame, Status, MatchIds, Match, Timeline, Replays, TftEntries, TftChallenger, TftGrandmaster, TftMaster, TftDivision, TftSummoner,
        TftMatchIds, TftMatch, TftActiveGame, TftStatus,
    ];

    private static readonly ImmutableArray<RiotMethod> BySpecificity = [.. All.OrderByDescending(method => method.Words)];

    /// <summary>The method of that name; null where there is none.</summary>
    public static RiotMethod? Find(string name) => All.FirstOrDefault(method => method.Name == name);

    /// <summary>The method of that path below the route, with its parameters; null where there is none.</summary>
    public static (RiotMethod Method, Dictionary<string, string> Values)? Resolve(ReadOnlySpan<string> segments)
    {
        foreach (var method in BySpecificity)
        {
            if (method.Match(segments) is { } values)
            {
                return (method, values);
            }
        }

        return null;
    }

    private static RiotMethod Account(string name, string path, string limits) =>
        new($"account-v1.{name}", $"/riot/account/v1/{path}", RouteKind.AccountRegion, RateLimit.ParseAll(limits));

    private static RiotMethod Platform(string name, string path, string limits) => new(name, path, RouteKind.Platform, RateLimit.ParseAll(limits));

    private static RiotMethod Region(string name, string path, string limits) => new(name, path, RouteKind.Region, RateLimit.ParseAll(limits));
}
