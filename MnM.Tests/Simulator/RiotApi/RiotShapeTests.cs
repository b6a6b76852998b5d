using System.Text.Json.Nodes;
using MnM.Simulator.RiotApi;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>What the simulated API answers has the fields of the real one.</summary>
[Trait("Category", "Recordings")]
public sealed class RiotShapeTests
{
    private static readonly PlayedGame Game = GameSupply.Written(1).Next(0)!;

    /// <summary>Where real answers differ from the description of April: a field that was taken out in 2025, and some that it does not have.</summary>
    private static readonly string[] Known =
    [
        ".info.participants[].summonerId is missing", ".participants[].lastSelectedSkinIndex is unknown",
        .. Enumerable.Range(0, 12).Select(number => $".info.participants[].PlayerScore{number} is unknown"),
    ];

    [OpenApiFact]
    public async Task Every_answer_is_as_the_public_description_says()
    {
        var description = OpenApi.Find()!;
        await using var riot = new RiotMachine();
        var (seen, faults) = (new List<RiotMethod>(), new List<string>());
        await foreach (var (method, answer) in AllAsync(riot))
        {
            seen.Add(method);
            faults.AddRange(description.FaultsIn(method.Path, answer).Except(Known).Select(fault => $"{method.Name}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(RiotMethods.All.Select(method => method.Name).Order(), seen.Select(method => method.Name).Order());
    }

    [Fact]
    public async Task Every_answer_has_the_fields_that_were_read_by_hand()
    {
        await using var riot = new RiotMachine();
        await foreach (var (method, answer) in AllAsync(riot))
        {
            var one = answer is JsonArray list ? list[0]! : answer;
            Assert.True(Fields.TryGetValue(method.Name, out var fields), method.Name);
            Assert.Equal((method.Name, fields), (method.Name, one is JsonObject found ? string.Join(' ', found.Select(field => field.Key).Order(StringComparer.Ordinal)) : $"{one.GetValueKind()}"));
        }
    }

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["account-v1.by-riot-id"] = "gameName puuid tagLine",
        ["account-v1.by-puuid"] = "gameName puuid tagLine",
        ["account-v1.region-by-game"] = "game puuid region",
        ["summoner-v4.by-puuid"] = "profileIconId puuid revisionDate summonerLevel",
        ["tft-summoner-v1.by-puuid"] = "profileIconId puuid revisionDate summonerLevel",
        ["league-v4.entries-by-puuid"] = Entry,
        ["league-v4.entries"] = Entry,
        ["tft-league-v1.by-puuid"] = Entry,
        ["tft-league-v1.entries"] = Entry,
        ["league-v4.challenger"] = League,
        ["league-v4.grandmaster"] = League,
        ["league-v4.master"] = League,
        ["tft-league-v1.challenger"] = League,
        ["tft-league-v1.grandmaster"] = League,
        ["tft-league-v1.master"] = League,
        ["champion-mastery-v4.by-puuid"] = Mastery,
        ["champion-mastery-v4.top"] = Mastery,
        ["champion-mastery-v4.by-champion"] = Mastery,
        ["spectator-v5.active-game"] = ActiveGame,
        ["spectator-tft-v5.active-game"] = ActiveGame,
        ["lol-status-v4.platform-data"] = "id incidents locales maintenances name",
        ["tft-status-v1.platform-data"] = "id incidents locales maintenances name",
        ["match-v5.ids"] = "String",
        ["tft-match-v1.ids"] = "String",
        ["match-v5.match"] = "info metadata",
        ["match-v5.timeline"] = "info metadata",
        ["tft-match-v1.match"] = "info metadata",
        ["match-v5.replays"] = "matchFileURLs total",
    };

    private const string Entry = "freshBlood hotStreak inactive leagueId leaguePoints losses puuid queueType rank tier veteran wins";
    private const string League = "entries leagueId name queue tier";
    private const string Mastery =
        "championId championLevel championPoints championPointsSinceLastLevel championPointsUntilNextLevel championSeasonMilestone lastPlayTime markRequiredForNextLevel nextSeasonMilestone puuid tokensEarned";

    private const string ActiveGame = "bannedChampions gameId gameLength gameMode gameQueueConfigId gameStartTime gameType mapId observers participants platformId";

    /// <summary>Each method with a good answer of it.</summary>
    private static async IAsyncEnumerable<(RiotMethod Method, JsonNode Answer)> AllAsync(RiotMachine riot)
    {
        // Until somebody plays Teamfight Tactics, while the game of the evening still runs.
        var puuid = await riot.PuuidAsync("Nightjar#EUW");
        var board = RiotMethods.TftActiveGame.Path.Replace("{puuid}", puuid, StringComparison.Ordinal);
        while (await riot.StatusAsync("euw1", board) != System.Net.HttpStatusCode.OK)
        {
            riot.Clock.Advance(600);
        }

        riot.Play(Game);
        var ids = await riot.ReadAsync("europe", $"/lol/match/v5/matches/by-puuid/{puuid}/ids?type=ranked&count=3");
        var boards = await riot.ReadAsync("europe", $"/tft/match/v1/matches/by-puuid/{puuid}/ids");
        foreach (var method in RiotMethods.All)
        {
            var path = method.Path
                .Replace("{gameName}/{tagLine}", "Nightjar/EUW", StringComparison.Ordinal)
                .Replace("{puuid}", await AnybodyAsync(riot, method, puuid), StringComparison.Ordinal)
                .Replace("{game}", "lol", StringComparison.Ordinal)
                .Replace("{queue}", "RANKED_SOLO_5x5", StringComparison.Ordinal)
                .Replace("{tier}/{division}", "GOLD/I", StringComparison.Ordinal)
                .Replace("{championId}", $"{(await riot.ReadAsync("euw1", $"/lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid}"))[0]!["championId"]}", StringComparison.Ordinal)
                .Replace("{matchId}", (string)(method == RiotMethods.TftMatch ? boards : ids)[0]!, StringComparison.Ordinal);
            yield return (method, await riot.ReadAsync(method.Routes == RouteKind.Platform ? "euw1" : "europe", path));
        }
    }

    // Not everybody is ranked in Teamfight Tactics.
    private static async Task<string> AnybodyAsync(RiotMachine riot, RiotMethod method, string puuid) => method == RiotMethods.TftEntries
        ? (string)(await riot.ReadAsync("euw1", "/tft/league/v1/challenger"))["entries"]![0]!["puuid"]!
        : puuid;
}
