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
    public async Task A_match_that_Riot_s_list_names_before_it_is_there_is_found_later()
    {
        var isThere = false;
        var riot = new StubRiot(_ => isThere ? StubRiot.Answer(HttpStatusCode.OK, MatchJson.Written().ToJsonString()) : StubRiot.Answer(HttpStatusCode.NotFound));
        await using var run = await StartAsync(riot);
        Assert.Equal(WorkState.NotFound, Assert.IsType<MatchAnswer.Absent>(await EnsureAsync(run)).State);
        isThere = true;
        Assert.IsType<MatchAnswer.Absent>(await EnsureAsync(run));
        Assert.Single(riot.Asked);
        Assert.Null(await run.Get<MatchQueries>().FindAbsenceAsync(Id, MatchPart.Match, CancellationToken.None));

        run.Clock.Advance(10 * 60);
        Assert.IsType<MatchAnswer.Stored>(await EnsureAsync(run));
    }

    [Fact]
    public async Task A_match_that_is_not_there_after_two_hours_is_not_asked_for_again()
    {
        var riot = StubRiot.Always(HttpStatusCode.NotFound);
        await using var run = await StartAsync(riot);
        await EnsureAsync(run);
        run.Clock.Advance(2 * 3600);
        await EnsureAsync(run);
        run.Clock.Advance(24 * 3600);

        Assert.IsType<MatchAnswer.Absent>(await EnsureAsync(run));
        Assert.Equal(2, riot.Asked.Count);
        Assert.NotNull(await run.Get<MatchQueries>().FindAbsenceAsync(Id, MatchPart.Match, CancellationToken.None));
    }

    [Fact]
    public async Task An_id_of_no_platform_is_neither_asked_for_nor_remembered()
    {
        const string nowhere = "ZZZ9_1";
        var riot = StubRiot.Always(HttpStatusCode.NotFound);
        await using var run = await StartAsync(riot);
        await run.Get<MatchFetcher>().EnsureAsync(nowhere, Lane.Live, CancellationToken.None);
        run.Clock.Advance(2 * 3600);

        Assert.IsType<MatchAnswer.Absent>(await run.Get<MatchFetcher>().EnsureAsync(nowhere, Lane.Live, CancellationToken.None));
        Assert.Empty(riot.Asked);
        Assert.Null(await run.Get<MatchQueries>().FindAbsenceAsync(nowhere, MatchPart.Match, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_is_in_more_of_a_hurry_takes_the_request_along()
    {
        var riot = new StubRiot(path => path.Contains("EUW1_1", StringComparison.Ordinal) ? null : StubRiot.Answer(HttpStatusCode.OK, MatchJson.Written().ToJsonString()));
        await using var run = await StartAsync(riot);

        // Before the first answer one request goes at a time, and this one has none.
        var first = run.Get<MatchFetcher>().EnsureAsync("EUW1_1", Lane.Live, CancellationToken.None);
        await run.UntilAsync(() => riot.Asked.Count == 1);
        var patient = run.Get<MatchFetcher>().EnsureAsync(Id, Lane.Crawl, CancellationToken.None);
        await run.UntilAsync(async () => await WaitingAsync(run, Lane.Crawl) == 1);
        var hurried = run.Get<MatchFetcher>().EnsureAsync(Id, Lane.Live, CancellationToken.None);
        await run.UntilAsync(async () => await WaitingAsync(run, Lane.Live) == 1 && await WaitingAsync(run, Lane.Crawl) == 0);

        Assert.IsType<MatchAnswer.Stored>(await run.AnswerAsync(hurried, mostStep: 30));
        Assert.IsType<MatchAnswer.Stored>(await patient);
        Assert.Single(riot.Asked, address => address.Contains(Id, StringComparison.Ordinal));
        Assert.IsType<MatchAnswer.Unavailable>(await run.AnswerAsync(first, mostStep: 30));
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

    private static async Task<int> WaitingAsync(RiotRun run, Lane lane) => (await run.Get<RiotUsageQueries>().ReadAsync(CancellationToken.None)).Routes
        .SelectMany(route => route.Budget.Waiting).Where(wait => wait.Lane == lane).Sum(wait => wait.Count);

    private static Task<RiotRun> StartAsync(HttpMessageHandler riot) => RiotRun.StartAsync(riot, more: services => services.AddMatches());

    private static Task<MatchAnswer> EnsureAsync(RiotRun run) => run.AnswerAsync(run.Get<MatchFetcher>().EnsureAsync(Id, Lane.Requested, CancellationToken.None));
}
