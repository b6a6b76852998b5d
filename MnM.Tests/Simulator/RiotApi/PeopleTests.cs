using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>Everybody whom the API knows, found as MnM finds them.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Every_player_of_a_game_is_found_with_rank_mastery_and_matches(int seed)
    {
        await using var riot = new RiotMachine();
        var ranked = 0;
        foreach (var one in GameSupply.Written(seed).Next(0)!.Script.Participants)
        {
            var puuid = await riot.PuuidAsync($"{one.GameName}#{one.TagLine}");
            Assert.Equal(one.Puuid, puuid);
            Assert.Equal("euw1", (string)(await riot.ReadAsync("europe", $"/riot/account/v1/region/by-game/lol/by-puuid/{puuid}"))["region"]!);
            Assert.InRange((int)(await riot.ReadAsync("euw1", $"/lol/summoner/v4/summoners/by-puuid/{puuid}"))["summonerLevel"]!, 40, 1_000);
            ranked += (await riot.ReadAsync("euw1", $"/lol/league/v4/entries/by-puuid/{puuid}")).AsArray().Count;
            Assert.InRange((await riot.ReadAsync("euw1", $"/lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid}")).AsArray().Count, 20, 50);
            Assert.InRange((await riot.ReadAsync("europe", $"/lol/match/v5/matches/by-puuid/{puuid}/ids?count=100")).AsArray().Count, 20, 100);
        }

        Assert.InRange(ranked, 8, 20);
    }

    [Fact]
    public async Task Small_and_large_letters_and_blanks_make_no_difference_to_a_name()
    {
        await using var riot = new RiotMachine();

        Assert.Equal(await riot.PuuidAsync("Tin Kettle#1907"), await riot.PuuidAsync("tinKETTLE#1907"));
    }

    [Fact]
    public async Task Who_is_unknown_or_lives_elsewhere_is_not_found()
    {
        await using var riot = new RiotMachine();
        var puuid = await riot.PuuidAsync("Nightjar#EUW");

        Assert.Contains("Nobody#EUW", await riot.FaultAsync(HttpStatusCode.NotFound, "europe", "/riot/account/v1/accounts/by-riot-id/Nobody/EUW"), StringComparison.Ordinal);
        Assert.StartsWith("Data not found", await riot.FaultAsync(HttpStatusCode.NotFound, "euw1", $"/lol/summoner/v4/summoners/by-puuid/{new string('x', 78)}"), StringComparison.Ordinal);
        Assert.StartsWith("Data not found", await riot.FaultAsync(HttpStatusCode.NotFound, "na1", $"/lol/summoner/v4/summoners/by-puuid/{puuid}"), StringComparison.Ordinal);
        Assert.StartsWith("Data not found", await riot.FaultAsync(HttpStatusCode.NotFound, "asia", $"/lol/match/v5/matches/by-puuid/{puuid}/ids"), StringComparison.Ordinal);
        Assert.Contains("decrypting", await riot.FaultAsync(HttpStatusCode.BadRequest, "euw1", "/lol/summoner/v4/summoners/by-puuid/short"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mastery_is_told_whole_or_its_top_or_of_one_champion()
    {
        await using var riot = new RiotMachine();
        var path = $"/lol/champion-mastery/v4/champion-masteries/by-puuid/{await riot.PuuidAsync("Nightjar#EUW")}";
        var all = (await riot.ReadAsync("euw1", path)).AsArray();

        Assert.Equal(all.Select(Points).OrderDescending(), all.Select(Points));
        Assert.All(all, one => Assert.True((int)one!["championLevel"]! >= 1 && (int)one["championPointsSinceLastLevel"]! >= 0 && (int)one["championPointsUntilNextLevel"]! > 0));
        Assert.Equal(all.Take(3).Select(Points), (await riot.ReadAsync("euw1", path + "/top")).AsArray().Select(Points));
        Assert.Equal(all.Take(5).Select(Points), (await riot.ReadAsync("euw1", path + "/top?count=5")).AsArray().Select(Points));
        Assert.True(JsonNode.DeepEquals(all[4], await riot.ReadAsync("euw1", $"{path}/by-champion/{all[4]!["championId"]}")));
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("euw1", path + "/by-champion/0"));

        static int Points(JsonNode? one) => (int)one!["championPoints"]!;
    }

    [Theory]
    [InlineData("/lol/league/v4/{0}leagues/by-queue/RANKED_SOLO_5x5")]
    [InlineData("/lol/league/v4/{0}leagues/by-queue/RANKED_FLEX_SR")]
    [InlineData("/tft/league/v1/{0}")]
    [InlineData("/tft/league/v1/{0}?queue=RANKED_TFT_DOUBLE_UP")]
    public async Task The_three_highest_tiers_are_full_and_follow_on_each_other(string path)
    {
        await using var riot = new RiotMachine();
        var lowest = int.MaxValue;
        foreach (var (tier, size) in new[] { ("challenger", 300), ("grandmaster", 500), ("master", 700) })
        {
            var league = await riot.ReadAsync("na1", path.Replace("{0}", tier, StringComparison.Ordinal));
            var points = league["entries"]!.AsArray().Select(entry => (int)entry!["leaguePoints"]!).ToList();
            Assert.Equal((tier.ToUpperInvariant(), size), ((string)league["tier"]!, points.Count));
            Assert.True(points.Max() < lowest);
            lowest = points.Min();
        }
    }

    [Fact]
    public async Task Whoever_is_in_a_division_says_so_himself()
    {
        await using var riot = new RiotMachine();
        var page = (await riot.ReadAsync("euw1", "/lol/league/v4/entries/RANKED_SOLO_5x5/GOLD/II?page=1")).AsArray();
        Assert.InRange(page.Count, 5, 205);
        var first = page[0]!;

        Assert.Contains(
            (await riot.ReadAsync("euw1", $"/lol/league/v4/entries/by-puuid/{first["puuid"]}")).AsArray(),
            entry => JsonNode.DeepEquals(entry, first));
        Assert.Empty((await riot.ReadAsync("euw1", "/lol/league/v4/entries/RANKED_SOLO_5x5/GOLD/II?page=2")).AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, await riot.StatusAsync("euw1", "/lol/league/v4/entries/RANKED_SOLO_5x5/WOOD/II"));
        Assert.Equal(HttpStatusCode.BadRequest, await riot.StatusAsync("euw1", "/tft/league/v1/entries/GOLD/V"));
    }
}
