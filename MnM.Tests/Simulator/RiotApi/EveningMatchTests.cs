using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>The games of the evening in Riot's API: while they run, and after they are over.</summary>
public sealed class EveningMatchTests
{
    private static readonly PlayedGame Game = GameSupply.Written(1).Next(0)!;

    private static string MatchPath => $"/lol/match/v5/matches/EUW1_{Game.Script.GameId}";

    [Fact]
    public async Task A_match_appears_when_its_time_after_the_end_is_over_and_not_before()
    {
        await using var riot = new RiotMachine(new RiotApiOptions { Keys = [RiotMachine.Big], MatchDelay = TimeSpan.FromMinutes(3) });
        var ids = $"/lol/match/v5/matches/by-puuid/{await riot.PuuidAsync("Nightjar#EUW")}/ids?count=1";
        var before = (string)(await riot.ReadAsync("europe", ids))[0]!;
        riot.Play(Game);
        riot.Clock.Advance(Game.Script.Duration + 179.99);
        Assert.Equal("Data not found - match file not found", await riot.FaultAsync(HttpStatusCode.NotFound, "europe", MatchPath));
        Assert.Equal(before, (string)(await riot.ReadAsync("europe", ids))[0]!);

        riot.Clock.Advance(0.02);
        var match = await riot.ReadAsync("europe", MatchPath);
        Assert.Equal($"EUW1_{Game.Script.GameId}", (string)match["metadata"]!["matchId"]!);
        Assert.Equal($"EUW1_{Game.Script.GameId}", (string)(await riot.ReadAsync("europe", ids))[0]!);
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("americas", MatchPath));
    }

    [Fact]
    public async Task It_is_the_game_that_was_played_at_the_time_at_which_it_was()
    {
        await using var riot = new RiotMachine();
        var began = riot.Clock.GetUtcNow();
        riot.Play(Game);
        riot.Clock.Advance(Game.Script.Duration + 120);
        var info = (await riot.ReadAsync("europe", MatchPath))["info"]!.AsObject();

        Assert.Equal(began.ToUnixTimeMilliseconds(), (long)info["gameStartTimestamp"]!);
        Assert.InRange((long)info["gameEndTimestamp"]! - (long)info["gameStartTimestamp"]!, (long)(Game.Script.Duration * 1000), (long)(Game.Script.Duration * 1000) + 5_000);
        foreach (var name in (string[])["gameCreation", "gameStartTimestamp", "gameEndTimestamp"])
        {
            info[name] = (long)Game.Match["info"]![name]!;
        }

        Assert.True(JsonNode.DeepEquals(Game.Match["info"], info));
        Assert.True(JsonNode.DeepEquals(Game.Timeline, await riot.ReadAsync("europe", MatchPath + "/timeline")));
    }

    [Theory]
    [InlineData(0, HttpStatusCode.NotFound)]
    [InlineData(480, HttpStatusCode.Forbidden)]
    [InlineData(2300, HttpStatusCode.Forbidden)]
    [InlineData(2400, HttpStatusCode.Forbidden)]
    [InlineData(440, HttpStatusCode.OK)]
    public async Task A_custom_game_has_no_match_and_that_of_some_queues_is_private(int queue, HttpStatusCode status)
    {
        await using var riot = new RiotMachine();
        riot.Play(Game.InQueue(queue));
        riot.Clock.Advance(10_000);

        Assert.Equal(status, await riot.StatusAsync("europe", MatchPath));
    }

    [Fact]
    public async Task A_game_whose_server_failed_is_told_as_aborted()
    {
        await using var riot = new RiotMachine();
        riot.Play(Game);
        riot.Clock.Advance(300);
        riot.Fail(Game);
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("europe", MatchPath));

        riot.Clock.Advance(120);
        Assert.Equal("Abort_Unexpected", (string)(await riot.ReadAsync("europe", MatchPath))["info"]!["endOfGameResult"]!);
    }

    [Fact]
    public async Task Whoever_logs_in_after_that_is_in_the_match_by_name_and_id()
    {
        await using var riot = new RiotMachine();
        var game = Game.PlayedBy(Account.Second);
        riot.Play(game);
        riot.Clock.Advance(Game.Script.Duration + 120);
        var puuid = await riot.PuuidAsync("Nightjar Zwo#EUW");
        var match = await riot.ReadAsync("europe", MatchPath);

        Assert.Contains(puuid, match["metadata"]!["participants"]!.AsArray().Select(one => (string)one!));
        Assert.Equal(puuid, (string)match["info"]!["participants"]![game.LocalParticipantId - 1]!["puuid"]!);
        Assert.Equal($"EUW1_{Game.Script.GameId}", (string)(await riot.ReadAsync("europe", $"/lol/match/v5/matches/by-puuid/{puuid}/ids"))[0]!);
    }

    [Fact]
    public async Task Keys_of_another_product_are_told_their_own_ids()
    {
        await using var riot = new RiotMachine();
        riot.Play(Game);
        riot.Clock.Advance(Game.Script.Duration + 120);
        var (league, tactics) = (await riot.PuuidAsync("Nightjar#EUW"), await riot.PuuidAsync("Nightjar#EUW", KnownKeys.Tactics));
        var body = (await riot.ReadAsync("europe", MatchPath, KnownKeys.Tactics)).ToJsonString();

        Assert.Contains(tactics, body, StringComparison.Ordinal);
        Assert.DoesNotContain(league, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ladder_knows_the_win_when_the_match_is_there()
    {
        await using var riot = new RiotMachine();
        var entries = $"/lol/league/v4/entries/by-puuid/{await riot.PuuidAsync("Nightjar#EUW")}";
        var before = await SoloAsync();
        riot.Play(Game);
        riot.Clock.Advance(Game.Script.Duration);
        Assert.Equal(before, await SoloAsync());

        riot.Clock.Advance(120);
        Assert.Equal((before.Wins + (Game.Local.Win ? 1 : 0), before.Losses + (Game.Local.Win ? 0 : 1)), await SoloAsync());

        async Task<(int Wins, int Losses)> SoloAsync()
        {
            var solo = (await riot.ReadAsync("euw1", entries)).AsArray().Single(entry => (string)entry!["queueType"]! == "RANKED_SOLO_5x5")!;
            return ((int)solo["wins"]!, (int)solo["losses"]!);
        }
    }
}
