using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Tests.Riot;

namespace MnM.Tests.Matches;

public sealed class MatchFetcherTests
{
    private const string Id = "EUW1_7001";

    [Fact]
    public async Task A_match_is_asked_for_once_and_then_read_from_the_database()
    {
        var riot = StubRiot.Always(HttpStatusCode.OK, MatchJson.Written().ToJsonString());
        await using var run = await StartAsync(riot);
        var first = Assert.IsType<MatchAnswer.Stored>(await EnsureAsync(run));
        var again = Assert.IsType<MatchAnswer.Stored>(await EnsureAsync(run));

        Assert.Single(riot.Asked);
        Assert.Equal(first.Match.Participants.Select(one => (one.Number, one.Kills, one.Cs, one.Items)), again.Match.Participants.Select(one => (one.Number, one.Kills, one.Cs, one.Items)));
        Assert.Equal(MatchJson.Written().ToJsonString(), System.Text.Encoding.UTF8.GetString((await run.Get<MatchQueries>().FindJsonAsync(Id, CancellationToken.None))!));
    }

    [Fact]
    public async Task Whoever_asks_meanwhile_shares_the_request_and_may_leave()
    {
        var riot = StubRiot.Always(HttpStatusCode.OK, MatchJson.Written().ToJsonString());
        await using var run = await StartAsync(riot);
        using var gone = new CancellationTokenSource();
        var leaving = run.Get<MatchFetcher>().EnsureAsync(Id, Lane.Live, gone.Token);
        var others = Enumerable.Range(0, 8).Select(_ => run.Get<MatchFetcher>().EnsureAsync(Id, Lane.Live, CancellationToken.None)).ToList();
        await gone.CancelAsync();

        Assert.All(await run.AnswerAsync(Task.WhenAll(others)), answer => Assert.IsType<MatchAnswer.Stored>(answer));
        Assert.Single(riot.Asked);
        await leaving.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, WorkState.NotFound)]
    [InlineData(HttpStatusCode.Forbidden, WorkState.Private)]
    public async Task What_Riot_does_not_give_is_remembered_with_the_reason(HttpStatusCode status, WorkState state)
    {
        var riot = new StubRiot(path => path.Contains("/status/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK) : StubRiot.Answer(status));
        await using var run = await StartAsync(riot);
        var first = Assert.IsType<MatchAnswer.Absent>(await EnsureAsync(run));
        Assert.Equal(first, await EnsureAsync(run));

        Assert.Equal(state, first.State);
        Assert.Single(riot.Asked, address => address.Contains(Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Brawl_is_not_kept()
    {
        var json = MatchJson.Written();
        json["info"]!["gameMode"] = "BRAWL";
        await using var run = await StartAsync(StubRiot.Always(HttpStatusCode.OK, json.ToJsonString()));

        Assert.Equal(WorkState.Private, Assert.IsType<MatchAnswer.Absent>(await EnsureAsync(run)).State);
        Assert.Null(await run.Get<MatchQueries>().FindAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        var broken = true;
        await using var run = await StartAsync(new StubRiot(_ =>
            StubRiot.Answer(HttpStatusCode.OK, broken ? """{"info":{}}""" : MatchJson.Written().ToJsonString())));
        Assert.Equal("Riot's answer holds no match that MnM can read.", Assert.IsType<MatchAnswer.Unavailable>(await EnsureAsync(run)).Reason);

        broken = false;
        Assert.IsType<MatchAnswer.Stored>(await EnsureAsync(run));
    }

    [Fact]
    public async Task A_player_s_last_matches_are_the_latest_first()
    {
        var puuid = new string('p', 78);
        await using var run = await StartAsync(StubRiot.Always(HttpStatusCode.NotFound));
        foreach (var day in (int[])[3, 1, 4, 2])
        {
            var json = MatchJson.Written();
            json["info"]!["gameStartTimestamp"] = new DateTimeOffset(2026, 11, day, 20, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
            json["info"]!["participants"]![2]!["puuid"] = puuid;
            var bytes = System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
            var fetched = new FetchedMatch(MatchReader.Read($"EUW1_{day}", bytes, run.Clock.GetUtcNow())!, bytes);
            await run.Get<MatchStore>().StoreAsync(fetched, CancellationToken.None);

            // The same once more changes nothing.
            await run.Get<MatchStore>().StoreAsync(fetched, CancellationToken.None);
        }

        var last = await run.Get<MatchQueries>().LastOfAsync(Puuid.Find(puuid)!, 3, CancellationToken.None);
        Assert.Equal(["EUW1_4", "EUW1_3", "EUW1_2"], last.Select(one => one.Match.Id));
        Assert.All(last, one => Assert.Equal(3, one.Participant.Number));
    }

    private static Task<RiotRun> StartAsync(HttpMessageHandler riot) => RiotRun.StartAsync(riot, more: services => services.AddMatches());

    private static Task<MatchAnswer> EnsureAsync(RiotRun run) => run.AnswerAsync(run.Get<MatchFetcher>().EnsureAsync(Id, Lane.Requested, CancellationToken.None));
}
