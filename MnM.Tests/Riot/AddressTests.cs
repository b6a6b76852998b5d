using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Tests.Riot;

public sealed class AddressTests
{
    internal static readonly Puuid Someone = Puuid.Find(new string('a', 70) + "_-BCDEF0")!;

    public static TheoryData<string, string> Paths => new()
    {
        { "account", "https://europe.api.riotgames.com/riot/account/v1/accounts/by-riot-id/quiet%20storm/EUW" },
        { "account of id", $"https://asia.api.riotgames.com/riot/account/v1/accounts/by-puuid/{Someone}" },
        { "platform", $"https://europe.api.riotgames.com/riot/account/v1/region/by-game/lol/by-puuid/{Someone}" },
        { "summoner", $"https://euw1.api.riotgames.com/lol/summoner/v4/summoners/by-puuid/{Someone}" },
        { "ranks", $"https://euw1.api.riotgames.com/lol/league/v4/entries/by-puuid/{Someone}" },
        { "ladder", "https://kr.api.riotgames.com/lol/league/v4/grandmasterleagues/by-queue/RANKED_SOLO_5x5" },
        { "top", $"https://euw1.api.riotgames.com/lol/champion-mastery/v4/champion-masteries/by-puuid/{Someone}/top?count=3" },
        { "all", $"https://euw1.api.riotgames.com/lol/champion-mastery/v4/champion-masteries/by-puuid/{Someone}" },
        { "mastery", $"https://euw1.api.riotgames.com/lol/champion-mastery/v4/champion-masteries/by-puuid/{Someone}/by-champion/266" },
        { "ids", $"https://europe.api.riotgames.com/lol/match/v5/matches/by-puuid/{Someone}/ids?start=100&count=100&startTime=1623888000&queue=420&type=ranked" },
        { "match", "https://sea.api.riotgames.com/lol/match/v5/matches/OC1_123" },
        { "timeline", "https://europe.api.riotgames.com/lol/match/v5/matches/EUW1_123/timeline" },
        { "replays", $"https://europe.api.riotgames.com/lol/match/v5/matches/by-puuid/{Someone}/replays" },
        { "game", $"https://euw1.api.riotgames.com/lol/spectator/v5/active-games/by-summoner/{Someone}" },
        { "tft ranks", $"https://euw1.api.riotgames.com/tft/league/v1/by-puuid/{Someone}" },
        { "tft ladder", "https://euw1.api.riotgames.com/tft/league/v1/challenger?queue=RANKED_TFT_DOUBLE_UP" },
        { "tft ids", $"https://sea.api.riotgames.com/tft/match/v1/matches/by-puuid/{Someone}/ids?start=0&count=20" },
        { "tft match", "https://europe.api.riotgames.com/tft/match/v1/matches/EUW1_7" },
        { "tft game", $"https://euw1.api.riotgames.com/lol/spectator/tft/v5/active-games/by-puuid/{Someone}" },
        { "status", "https://euw1.api.riotgames.com/lol/status/v4/platform-data" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_question_goes_to_its_address(string question, string address)
    {
        var riot = StubRiot.Always(HttpStatusCode.NotFound);
        await using var run = await RiotRun.StartAsync(riot);
        var lane = Lane.Requested;
        var from = new DateTimeOffset(2021, 6, 17, 0, 0, 0, TimeSpan.Zero);
        var end = CancellationToken.None;
        var answer = question switch
        {
            "account" => (object)await run.AnswerAsync(run.Get<AccountApi>().FindByRiotIdAsync(" quiet storm", "EUW", "europe", lane, end)),
            "account of id" => await run.AnswerAsync(run.Get<AccountApi>().FindAsync(Someone, "sea", lane, end)),
            "platform" => await run.AnswerAsync(run.Get<AccountApi>().FindPlatformAsync(Someone, "europe", lane, end)),
            "summoner" => await run.AnswerAsync(run.Get<SummonerApi>().FindAsync(Someone, "euw1", lane, end)),
            "ranks" => await run.AnswerAsync(run.Get<LeagueApi>().FindEntriesAsync(Someone, "euw1", lane, end)),
            "ladder" => await run.AnswerAsync(run.Get<LeagueApi>().FindLadderAsync(ApexTier.Grandmaster, "RANKED_SOLO_5x5", "kr", lane, end)),
            "top" => await run.AnswerAsync(run.Get<MasteryApi>().FindTopAsync(Someone, 3, "euw1", lane, end)),
            "all" => await run.AnswerAsync(run.Get<MasteryApi>().FindTopAsync(Someone, null, "euw1", lane, end)),
            "mastery" => await run.AnswerAsync(run.Get<MasteryApi>().FindAsync(Someone, 266, "euw1", lane, end)),
            "ids" => await run.AnswerAsync(run.Get<MatchApi>().FindIdsAsync(Someone, "europe", new MatchIdQuery(100, 100, from, Queue: 420, Type: "ranked"), lane, end)),
            "match" => await run.AnswerAsync(run.Get<MatchApi>().FindAsync("OC1_123", lane, end)),
            "timeline" => await run.AnswerAsync(run.Get<MatchApi>().FindTimelineAsync("EUW1_123", lane, end)),
            "replays" => await run.AnswerAsync(run.Get<MatchApi>().FindReplaysAsync(Someone, "europe", lane, end)),
            "game" => await run.AnswerAsync(run.Get<SpectatorApi>().FindAsync(Someone, "euw1", lane, end)),
            "tft ranks" => await run.AnswerAsync(run.Get<TftApi>().FindEntriesAsync(Someone, "euw1", lane, end)),
            "tft ladder" => await run.AnswerAsync(run.Get<TftApi>().FindLadderAsync(ApexTier.Challenger, "RANKED_TFT_DOUBLE_UP", "euw1", lane, end)),
            "tft ids" => await run.AnswerAsync(run.Get<TftApi>().FindIdsAsync(Someone, "sea", new MatchIdQuery(Queue: 1), lane, end)),
            "tft match" => await run.AnswerAsync(run.Get<TftApi>().FindMatchAsync("EUW1_7", lane, end)),
            "tft game" => await run.AnswerAsync(run.Get<TftApi>().FindGameAsync(Someone, "euw1", lane, end)),
            "status" => await run.AnswerAsync(run.Get<StatusApi>().FindAsync("euw1", lane, end)),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };
        Assert.Equal("NotFound", answer.GetType().Name);
        Assert.Equal([address], riot.Asked);
        Assert.Equal([RiotRun.Key], riot.Keys);
    }

    [Theory]
    [InlineData("ψ ξ/é#", "1%2", "%CF%88%20%CE%BE%2F%C3%A9%23/1%252")]
    [InlineData("...", "a?b", ".../a%3Fb")]
    public async Task A_Riot_ID_is_escaped(string name, string tag, string path)
    {
        var riot = StubRiot.Always(HttpStatusCode.NotFound);
        await using var run = await RiotRun.StartAsync(riot);
        await run.AnswerAsync(run.Get<AccountApi>().FindByRiotIdAsync(name, tag, "europe", Lane.Requested, CancellationToken.None));
        Assert.EndsWith("/by-riot-id/" + path, riot.Asked.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..", "..")]
    [InlineData("abc", "..")]
    [InlineData("abc", ".")]
    [InlineData("abc", "")]
    [InlineData("", "EUW")]
    [InlineData("a name that is far too long", "EUW")]
    public async Task Nobody_is_asked_for_who_cannot_be(string name, string tag)
    {
        var riot = StubRiot.Always(HttpStatusCode.OK);
        await using var run = await RiotRun.StartAsync(riot);
        Assert.IsType<RiotAnswer<RiotAccount>.NotFound>(await run.Get<AccountApi>().FindByRiotIdAsync(name, tag, "europe", Lane.Requested, CancellationToken.None));
        Assert.Empty(riot.Asked);
    }

    [Theory]
    [InlineData("EUW1")]
    [InlineData("XX9_12")]
    [InlineData("EUW1_12/../3")]
    [InlineData("EUW1_")]
    public async Task What_is_no_id_of_a_match_is_not_asked_for(string matchId)
    {
        var riot = StubRiot.Always(HttpStatusCode.OK);
        await using var run = await RiotRun.StartAsync(riot);
        Assert.IsType<RiotAnswer<byte[]>.NotFound>(await run.Get<MatchApi>().FindAsync(matchId, Lane.Crawl, CancellationToken.None));
        Assert.Empty(riot.Asked);
    }

    [Theory]
    [InlineData("BOT")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2f3b1f4e-6f0c-5d55-9d5f-1f6f3f0f2a11")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/.")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé")]
    public void Only_an_id_of_the_API_can_be_asked_for(string? text) => Assert.Null(Puuid.Find(text));
}
