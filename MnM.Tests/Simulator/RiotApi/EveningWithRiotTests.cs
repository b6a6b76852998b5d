using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>The whole simulator: the evening that the League client and the game tell is the one that Riot's API knows.</summary>
public sealed class EveningWithRiotTests
{
    private static readonly CancellationToken Soon = RiotMachine.Soon;

    [Fact]
    public async Task The_game_of_the_evening_is_live_and_then_a_match()
    {
        var clock = new SimulatorClock();
        await using var host = await SimulatorHost.StartAsync(new SimulatorOptions { MatchDelay = 60 }, clock, Soon);
        using var http = Http(host);
        var settings = host.Settings.Lines.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        http.DefaultRequestHeaders.Add("X-Riot-Token", settings["RIOT_API_KEY"]);
        await host.Machine.Evening.WalkToAsync(GameflowPhase.InProgress);
        var game = host.Machine.Evening.State.Game!;
        clock.Advance(10);

        var spectated = await ReadAsync($"euw1/lol/spectator/v5/active-games/by-summoner/{game.Local.Puuid}");
        Assert.Equal(game.Script.GameId, (long)spectated["gameId"]!);
        var match = $"europe/lol/match/v5/matches/EUW1_{game.Script.GameId}";
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(match, UriKind.Relative), Soon)).StatusCode);

        clock.Advance(game.Script.Duration + 60);
        Assert.Equal(game.Script.GameId, (long)(await ReadAsync(match))["info"]!["gameId"]!);

        async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await http.GetStringAsync(path, Soon))!;
    }

    [Fact]
    public async Task The_speed_of_the_evening_is_that_of_its_matches()
    {
        var clock = new SimulatorClock();
        await using var host = await SimulatorHost.StartAsync(new SimulatorOptions { Speed = 20 }, clock, Soon);
        using var http = Http(host);
        http.DefaultRequestHeaders.Add("X-Riot-Token", host.Settings.RiotApiKey);
        await host.Machine.Evening.WalkToAsync(GameflowPhase.InProgress);
        var game = host.Machine.Evening.State.Game!;

        // The loading screen, the game, the time until the match is there.
        clock.Advance(5 + ((game.Script.Duration + 120) / 20));
        using var answer = await http.GetAsync(new Uri($"europe/lol/match/v5/matches/EUW1_{game.Script.GameId}", UriKind.Relative), Soon);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static HttpClient Http(SimulatorHost host) => new() { BaseAddress = new Uri(host.Settings.RiotBaseUrl.Replace("{route}", "", StringComparison.Ordinal)) };
}
