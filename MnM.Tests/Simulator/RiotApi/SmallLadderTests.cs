using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>A small ladder of Teamfight Tactics with a fixed past.</summary>
public sealed class SmallLadderTests
{
    [Fact]
    public async Task Its_players_alone_stand_on_the_ladder_and_have_its_matches_alone()
    {
        await using var riot = With(new SimulatorOptions { TftLadder = 20, TftMatches = 100 });
        var tiers = new List<int>();
        var lists = new List<string>();
        foreach (var tier in (string[])["challenger", "grandmaster", "master"])
        {
            var entries = (await riot.ReadAsync("euw1", $"/tft/league/v1/{tier}?queue=RANKED_TFT"))["entries"]!.AsArray();
            tiers.Add(entries.Count);
            foreach (var entry in entries)
            {
                Assert.Equal(tier.ToUpperInvariant(), (string?)(await riot.ReadAsync("euw1", $"/tft/league/v1/by-puuid/{entry!["puuid"]}")).AsArray()
                    .Single(one => (string?)one!["queueType"] == "RANKED_TFT")!["tier"]);
                lists.AddRange((await riot.ReadAsync("europe", $"/tft/match/v1/matches/by-puuid/{entry["puuid"]}/ids?count=100")).AsArray().Select(id => (string)id!));
            }
        }

        Assert.Equal([2, 4, 14], tiers);
        Assert.Equal(Enumerable.Repeat(8, 100), lists.GroupBy(id => id).Select(group => group.Count()));
        var match = await riot.ReadAsync("europe", $"/tft/match/v1/matches/{lists[0]}");
        Assert.Equal(lists[0], (string?)match["metadata"]!["match_id"]);
        Assert.Equal(8, match["info"]!["participants"]!.AsArray().Select(one => (string?)one!["puuid"]).Distinct().Count());
    }

    [Fact]
    public async Task One_match_of_a_thousand_is_private_and_the_past_is_over()
    {
        await using var riot = With(new SimulatorOptions { TftLadder = 8, TftMatches = 1000 });
        Assert.Equal(HttpStatusCode.Forbidden, await riot.StatusAsync("europe", "/tft/match/v1/matches/EUW1_7600000500"));
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("europe", "/tft/match/v1/matches/EUW1_7600001000"));
        var last = await riot.ReadAsync("europe", "/tft/match/v1/matches/EUW1_7600000999");
        Assert.True(DateTimeOffset.FromUnixTimeMilliseconds((long)((JsonNode)last["info"]!["game_datetime"]!)) < riot.Clock.GetUtcNow().Date);
    }

    private static RiotMachine With(SimulatorOptions options) => new(ladder: options);
}
