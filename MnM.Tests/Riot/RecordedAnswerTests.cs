using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Tests.Live.Recording;

namespace MnM.Tests.Riot;

/// <summary>Answers as Riot gives them, recorded or invented, whole and damaged.</summary>
public sealed class RecordedAnswerTests
{
    private const int Mutations = 150;

    private static readonly Dictionary<string, string> Invented = new()
    {
        ["account"] = $$"""{"puuid":"{{AddressTests.Someone}}","gameName":"quietstorm","tagLine":"EUW","newField":{"a":[1]} }""",
        ["summoner"] = """{"profileIconId":29,"revisionDate":1726000000000,"summonerLevel":231}""",
        ["ranks"] = """[{"queueType":"RANKED_NEW_9x9","tier":"MYTHRIL","rank":"VII","leaguePoints":40,"wins":2,"losses":3,"hotStreak":true},{"queueType":"CHERRY"}]""",
        ["ladder"] = $$"""{"tier":"CHALLENGER","entries":[{"puuid":"{{AddressTests.Someone}}","rank":"I","leaguePoints":842,"wins":280,"losses":242},{"rank":"I"},null]}""",
        ["top"] = """[{"championId":99999,"championLevel":73,"championPoints":817447,"lastPlayTime":1733031929000,"championPointsUntilNextLevel":-37847}]""",
        ["game"] = $$"""{"gameId":1,"gameQueueConfigId":3110,"gameMode":"KIWI_JADE","gameLength":-129,"participants":[{"puuid":null,"riotId":"Ahri","championId":103},{"puuid":"{{AddressTests.Someone}}","riotId":"quietstorm#EUW","championId":-7,"perks":{"perkIds":[8112],"perkStyle":8100} } ] }""",
        ["status"] = """{"id":"EUW1","incidents":[{"titles":[{"locale":"de_DE","content":"Störung"},{"locale":"en_US","content":"Trouble"}]},{"titles":[]}]}""",
        ["ids"] = """["EUW1_2","EUW1_1"]""",
    };

    public static TheoryData<string> Kinds => [.. Invented.Keys];

    [Fact]
    public async Task Tiers_queues_and_champions_that_MnM_does_not_know_are_kept()
    {
        await using var run = await RiotRun.StartAsync(Riot(Invented["ranks"]));
        var ranks = (await run.AnswerAsync(run.Get<LeagueApi>().FindEntriesAsync(AddressTests.Someone, "euw1", Lane.Live, CancellationToken.None))).Found;
        Assert.Equal(new LeagueEntry(null, "RANKED_NEW_9x9", "MYTHRIL", "VII", 40, 2, 3, LeagueMarks.HotStreak), ranks[0]);
        Assert.Null(ranks[1].Tier);

        await using var other = await RiotRun.StartAsync(Riot(Invented["top"]));
        var top = (await other.AnswerAsync(other.Get<MasteryApi>().FindTopAsync(AddressTests.Someone, 3, "euw1", Lane.Live, CancellationToken.None))).Found;
        Assert.Equal((99_999, -37_847), (top[0].ChampionId, top[0].PointsUntilNextLevel));
    }

    [Fact]
    public async Task A_player_whom_Riot_hides_has_neither_id_nor_name()
    {
        await using var run = await RiotRun.StartAsync(Riot(Invented["game"]));
        var game = (await run.AnswerAsync(run.Get<SpectatorApi>().FindAsync(AddressTests.Someone, "euw1", Lane.Live, CancellationToken.None))).Found!;
        Assert.Equal((3110, "KIWI_JADE", null, -129), (game.Queue, game.Mode, game.StartedAt, game.Length.TotalSeconds));
        Assert.Equal([(null, null, 103), (AddressTests.Someone, "quietstorm#EUW", -7)], game.Players.Select(player => (player.Puuid, player.RiotId, player.ChampionId)));
        Assert.Equal(8112, Assert.Single(game.Players[1].Runes));
    }

    [Fact]
    public async Task Ladders_leave_out_who_has_no_id_and_incidents_are_told_in_English()
    {
        await using var run = await RiotRun.StartAsync(Riot(Invented["ladder"]));
        var ladder = (await run.AnswerAsync(run.Get<LeagueApi>().FindLadderAsync(ApexTier.Challenger, "q", "kr", Lane.Crawl, CancellationToken.None))).Found!;
        Assert.Equal("CHALLENGER", Assert.Single(ladder.Entries).Tier);

        await using var other = await RiotRun.StartAsync(Riot(Invented["status"]));
        Assert.Equal("Trouble", Assert.Single((await other.AnswerAsync(other.Get<StatusApi>().FindAsync("euw1", Lane.Crawl, CancellationToken.None))).Found!.Incidents));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Damaged_answers_are_read_or_refused_and_break_nothing(string kind)
    {
        var body = Invented[kind];
        await using var run = await RiotRun.StartAsync(new StubRiot(_ => StubRiot.Answer(HttpStatusCode.OK, body)));
        var outcomes = new HashSet<string>();
        for (var seed = 0; seed < Mutations; seed++)
        {
            var mutations = new JsonMutations(seed);
            body = seed % 3 == 0 ? Encoding.UTF8.GetString(mutations.Damage(Encoding.UTF8.GetBytes(Invented[kind]), 2)) : mutations.Change(Invented[kind], 1 + (seed % 4));
            outcomes.Add((await AskAsync(run, kind)).Split(' ')[0]);
        }

        Assert.Subset(new HashSet<string> { "Fetched", "Unavailable" }, outcomes);
        Assert.Contains("Fetched", outcomes);
    }

    [RecordedFact("riot-api")]
    public async Task Recorded_answers_are_read_whole()
    {
        var files = Recordings.Files("riot-api").ToList();
        foreach (var (part, kind) in new[] { ("champion-mastery", "top"), ("league-v4_entries", "ranks"), ("summoner-v4", "summoner"), ("spectator-v5", "game"), ("league-v4_challenger", "ladder") })
        {
            foreach (var file in files.Where(name => Path.GetFileName(name).StartsWith(part, StringComparison.Ordinal)))
            {
                // One file is an array with the ladder in it, as its author stored it.
                var body = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
                await using var run = await RiotRun.StartAsync(Riot((kind is "ladder" && body is JsonArray list ? list[0]! : body).ToJsonString()));
                Assert.StartsWith("Fetched", await AskAsync(run, kind), StringComparison.Ordinal);
            }
        }
    }

    [RecordedFact("match-v5")]
    public async Task Recorded_matches_come_out_as_they_came()
    {
        foreach (var file in Recordings.Files("match-v5").Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            var body = await File.ReadAllBytesAsync(file);
            await using var run = await RiotRun.StartAsync(Riot(Encoding.UTF8.GetString(body)));
            Assert.Equal(body, (await run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Crawl, CancellationToken.None))).Found);
        }
    }

    private static StubRiot Riot(string body) => StubRiot.Always(HttpStatusCode.OK, body);

    private static async Task<string> AskAsync(RiotRun run, string kind)
    {
        var (lane, end, someone) = (Lane.Crawl, CancellationToken.None, AddressTests.Someone);
        object answer = kind switch
        {
            "account" => await run.AnswerAsync(run.Get<AccountApi>().FindAsync(someone, "europe", lane, end)),
            "summoner" => await run.AnswerAsync(run.Get<SummonerApi>().FindAsync(someone, "euw1", lane, end)),
            "ranks" => await run.AnswerAsync(run.Get<LeagueApi>().FindEntriesAsync(someone, "euw1", lane, end)),
            "ladder" => await run.AnswerAsync(run.Get<LeagueApi>().FindLadderAsync(ApexTier.Challenger, "q", "euw1", lane, end)),
            "top" => await run.AnswerAsync(run.Get<MasteryApi>().FindTopAsync(someone, 3, "euw1", lane, end)),
            "game" => await run.AnswerAsync(run.Get<SpectatorApi>().FindAsync(someone, "euw1", lane, end)),
            "status" => await run.AnswerAsync(run.Get<StatusApi>().FindAsync("euw1", lane, end)),
            _ => await run.AnswerAsync(run.Get<MatchApi>().FindIdsAsync(someone, "europe", new MatchIdQuery(), lane, end)),
        };
        return answer.GetType().Name + " " + answer;
    }
}
