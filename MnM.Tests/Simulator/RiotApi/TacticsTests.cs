using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Tests.Simulator.RiotApi;

public sealed class TacticsTests
{
    [Fact]
    public async Task A_crawl_from_the_ladder_finds_matches_of_eight_with_all_places()
    {
        await using var riot = new RiotMachine();
        var best = (await riot.ReadAsync("euw1", "/tft/league/v1/challenger", KnownKeys.Tactics))["entries"]!.AsArray();
        var ids = await riot.ReadAsync("europe", $"/tft/match/v1/matches/by-puuid/{best[0]!["puuid"]}/ids", KnownKeys.Tactics);
        Assert.Equal(20, ids.AsArray().Count);

        var match = await riot.ReadAsync("europe", $"/tft/match/v1/matches/{ids[0]}", KnownKeys.Tactics);
        var participants = match["info"]!["participants"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 8), participants.Select(one => (int)one!["placement"]!));
        Assert.Contains((string)best[0]!["puuid"]!, match["metadata"]!["participants"]!.AsArray().Select(one => (string)one!));
        Assert.All(participants, one =>
        {
            Assert.InRange(one!["units"]!.AsArray().Count, 7, 9);
            Assert.Equal((int)one["placement"]! <= 4, (bool)one["win"]!);
            Assert.All(one["traits"]!.AsArray(), trait => Assert.True((int)trait!["tier_current"]! <= (int)trait["tier_total"]! && (int)trait["num_units"]! >= 1));
        });
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("americas", $"/tft/match/v1/matches/{ids[0]}"));
    }

    [Fact]
    public async Task Since_set_18_matches_tell_neither_patch_nor_damage()
    {
        await using var riot = new RiotMachine();
        var path = $"/tft/match/v1/matches/by-puuid/{await riot.PuuidAsync("Nightjar#EUW")}/ids?count=100";
        var change = new DateTimeOffset(2026, 8, 26, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var (older, newer) = (await FirstAsync($"{path}&endTime={change}"), await FirstAsync(path));

        Assert.Equal((17, 18), ((int)older["tft_set_number"]!, (int)newer["tft_set_number"]!));
        Assert.Equal("TFT Unreal Version ?.?.?.?", (string)newer["game_version"]!);
        Assert.All(newer["participants"]!.AsArray(), one => Assert.Equal((0, 0), ((int)one!["total_damage_to_players"]!, (int)one["players_eliminated"]!)));
        Assert.Contains(older["participants"]!.AsArray(), one => (int)one!["total_damage_to_players"]! > 0);
        Assert.All(newer["participants"]!.AsArray().SelectMany(one => one!["units"]!.AsArray()), unit => Assert.StartsWith("DA_", (string)unit!["character_id"]!, StringComparison.Ordinal));

        async Task<JsonNode> FirstAsync(string list) => (await riot.ReadAsync("europe", $"/tft/match/v1/matches/{(await riot.ReadAsync("europe", list))[0]}"))["info"]!;
    }

    [Fact]
    public async Task A_running_game_is_told_to_spectators_and_becomes_a_match()
    {
        await using var riot = new RiotMachine();
        var puuid = await riot.PuuidAsync("Nightjar#EUW");
        var path = $"/lol/spectator/tft/v5/active-games/by-puuid/{puuid}";
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("euw1", path));
        for (var minutes = 0; minutes < 24 * 60 && await riot.StatusAsync("euw1", path) == HttpStatusCode.NotFound; minutes += 10)
        {
            riot.Clock.Advance(600);
        }

        var game = await riot.ReadAsync("euw1", path);
        Assert.Equal(8, game["participants"]!.AsArray().Count);
        var match = $"/tft/match/v1/matches/EUW1_{game["gameId"]}";
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("europe", match));
        riot.Clock.Advance(50 * 60);
        Assert.Equal((long)game["gameId"]!, (long)(await riot.ReadAsync("europe", match))["info"]!["gameId"]!);
    }
}
