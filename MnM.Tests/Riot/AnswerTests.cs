using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;

namespace MnM.Tests.Riot;

public sealed class AnswerTests
{
    private const string Status = "/lol/status/v4/platform-data";

    [Fact]
    public async Task A_refused_match_is_private_where_the_key_is_good()
    {
        var riot = new StubRiot(path => StubRiot.Answer(path == Status ? HttpStatusCode.OK : HttpStatusCode.Forbidden));
        await using var run = await RiotRun.StartAsync(riot);
        Assert.IsType<RiotAnswer<byte[]>.Forbidden>(await MatchAsync(run));
        Assert.Equal(2, riot.Asked.Count);
        Assert.Equal(KeyState.Good, run.Get<KeyHealth>().Of(RiotProduct.League).State);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_bad_key_is_told_and_asks_nothing_more_until_another_is_entered(HttpStatusCode refusal)
    {
        var isBad = true;
        var riot = new StubRiot(_ => StubRiot.Answer(isBad ? refusal : HttpStatusCode.OK));
        await using var run = await RiotRun.StartAsync(riot);
        var told = Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run));
        Assert.Contains("get a new one", told.Reason, StringComparison.Ordinal);
        Assert.Equal(KeyState.Bad, run.Get<KeyHealth>().Of(RiotProduct.League).State);

        var asked = riot.Asked.Count;
        Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run));
        Assert.Equal(asked, riot.Asked.Count);

        isBad = false;
        run.Keys.Set(RiotProduct.League, "RGAPI-another");
        Assert.Equal(KeyState.Untested, run.Get<KeyHealth>().Of(RiotProduct.League).State);
        Assert.IsType<RiotAnswer<byte[]>.Fetched>(await MatchAsync(run));
        Assert.Equal("RGAPI-another", riot.Keys[^1]);
        Assert.Equal(KeyState.Good, run.Get<KeyHealth>().Of(RiotProduct.League).State);
    }

    [Fact]
    public async Task A_key_that_is_changed_while_the_old_one_is_refused_makes_no_match_private()
    {
        RiotRun? started = null;
        var riot = default(StubRiot)!;
        riot = new StubRiot(path =>
        {
            if (path == Status)
            {
                return StubRiot.Answer(riot.Keys[^1] == RiotRun.Key ? HttpStatusCode.Forbidden : HttpStatusCode.OK);
            }

            // The owner enters another key while the answer to the old one is under way.
            started!.Keys.Set(RiotProduct.League, "RGAPI-another");
            return StubRiot.Answer(HttpStatusCode.Forbidden);
        });
        await using var run = started = await RiotRun.StartAsync(riot);

        Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run));
        Assert.Equal(KeyState.Untested, run.Get<KeyHealth>().Of(RiotProduct.League).State);
        Assert.IsType<RiotAnswer<byte[]>.Forbidden>(await MatchAsync(run));
        Assert.Equal(KeyState.Good, run.Get<KeyHealth>().Of(RiotProduct.League).State);
    }

    [Fact]
    public async Task A_key_that_Riot_refused_by_mistake_is_found_good_again_after_a_quarter_of_an_hour()
    {
        var isBad = true;
        var riot = new StubRiot(_ => StubRiot.Answer(isBad ? HttpStatusCode.Forbidden : HttpStatusCode.OK));
        await using var run = await RiotRun.StartAsync(riot);
        await MatchAsync(run);
        var asked = riot.Asked.Count;
        run.Clock.Advance(15 * 60);
        for (var question = 0; question < 5; question++)
        {
            Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run));
        }

        Assert.Equal(asked + 1, riot.Asked.Count);
        isBad = false;
        run.Clock.Advance(15 * 60);
        Assert.IsType<RiotAnswer<byte[]>.Fetched>(await MatchAsync(run));
        Assert.Equal(KeyState.Good, run.Get<KeyHealth>().Of(RiotProduct.League).State);
    }

    [Fact]
    public async Task Many_refusals_at_once_need_one_check_of_the_key()
    {
        var riot = new StubRiot(_ => StubRiot.Answer(HttpStatusCode.Forbidden));
        await using var run = await RiotRun.StartAsync(riot);
        await MatchAsync(run);
        run.Keys.Set(RiotProduct.League, "RGAPI-another");
        var answers = await run.AnswerAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Crawl, CancellationToken.None))));
        Assert.All(answers, answer => Assert.IsType<RiotAnswer<byte[]>.Unavailable>(answer));
        Assert.Equal(2, riot.Asked.Count(address => address.EndsWith(Status, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_asked_and_the_answer_says_what_to_do()
    {
        var riot = StubRiot.Always(HttpStatusCode.OK);
        await using var run = await RiotRun.StartAsync(riot, new RiotOptions());
        var told = Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run));
        Assert.Contains("developer.riotgames.com", told.Reason, StringComparison.Ordinal);
        Assert.Empty(riot.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_server_that_fails_is_asked_again(HttpStatusCode fault)
    {
        var turn = 0;
        var riot = new StubRiot(_ => StubRiot.Answer(++turn < 3 ? fault : HttpStatusCode.OK, """{"a":1}"""));
        await using var run = await RiotRun.StartAsync(riot);
        Assert.Equal("""{"a":1}"""u8.ToArray(), (await MatchAsync(run)).Found);
        Assert.Equal(3, turn);
    }

    [Fact]
    public async Task A_server_that_goes_on_failing_is_left_alone_for_a_while()
    {
        var riot = StubRiot.Always(HttpStatusCode.InternalServerError);
        await using var run = await RiotRun.StartAsync(riot);
        Assert.Contains("500", Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run)).Reason, StringComparison.Ordinal);
        while (riot.Asked.Count < 10)
        {
            await MatchAsync(run);
        }

        var asked = riot.Asked.Count;
        Assert.Contains("leaves them alone", Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run)).Reason, StringComparison.Ordinal);
        Assert.Equal(asked, riot.Asked.Count);
        run.Clock.Advance(16);
        await MatchAsync(run);
        Assert.True(riot.Asked.Count > asked);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        var riot = new StubRiot(_ => null);
        await using var run = await RiotRun.StartAsync(riot);
        var told = Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Live, CancellationToken.None), mostStep: 30));
        Assert.Contains("in time", told.Reason, StringComparison.Ordinal);
        Assert.Equal(3, riot.Asked.Count);
    }

    [Fact]
    public async Task A_network_that_fails_is_told()
    {
        var riot = new StubRiot(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        await using var run = await RiotRun.StartAsync(riot);
        Assert.Contains("cannot be reached", Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_cancelled_throws()
    {
        await using var run = await RiotRun.StartAsync(new StubRiot(_ => null));
        using var cancelled = new CancellationTokenSource();
        var question = run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Live, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.AnswerAsync(question));
    }

    [Fact]
    public async Task A_refusal_for_a_limit_waits_for_its_turn_again()
    {
        var turn = 0;
        var riot = new StubRiot(_ => ++turn < 3
            ? StubRiot.Answer(HttpStatusCode.TooManyRequests, "{}", ("X-Rate-Limit-Type", "application"), ("Retry-After", "3"))
            : StubRiot.Answer(HttpStatusCode.OK));
        await using var run = await RiotRun.StartAsync(riot);
        var from = run.Clock.GetTimestamp();
        Assert.IsType<RiotAnswer<byte[]>.Fetched>(await MatchAsync(run));
        Assert.InRange(run.Clock.GetElapsedTime(from).TotalSeconds, 6, 7);
    }

    [Fact]
    public async Task Refusals_without_an_end_are_told()
    {
        var riot = new StubRiot(_ => StubRiot.Answer(HttpStatusCode.TooManyRequests));
        await using var run = await RiotRun.StartAsync(riot);
        var from = run.Clock.GetTimestamp();
        var question = run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Live, CancellationToken.None);
        var told = await run.AnswerAsync(question, mostStep: 60, () => run.Get<RateLimiter>().Waiting == 1);
        Assert.Contains("again and again", Assert.IsType<RiotAnswer<byte[]>.Unavailable>(told).Reason, StringComparison.Ordinal);
        Assert.Equal(5, riot.Asked.Count);
        // Without Retry-After each wait is twice the one before.
        Assert.InRange(run.Clock.GetElapsedTime(from).TotalSeconds, 1 + 2 + 4 + 8, 17);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"a\":")]
    [InlineData("<html>")]
    public async Task A_match_that_is_no_JSON_object_is_not_handed_out(string body)
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.OK, body));
        Assert.Contains("can read", Assert.IsType<RiotAnswer<byte[]>.Unavailable>(await MatchAsync(run)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_told_what_failed_last_and_how_much_was_asked()
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.BadRequest));
        await MatchAsync(run);
        var usage = await run.Get<RiotUsageQueries>().ReadAsync(CancellationToken.None);
        Assert.Equal("match-v5.match", Assert.Single(usage.Faults).Method);
        Assert.Equal(1, Assert.Single(usage.Routes).RequestsLastMinute);
        Assert.Equal("europe", usage.Routes[0].Budget.Route);
    }

    [Fact]
    public async Task What_the_page_reads_each_second_waits_for_nobody_who_writes()
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.OK));
        await MatchAsync(run);
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await using var writing = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);

        var usage = await run.Get<RiotUsageQueries>().ReadAsync(CancellationToken.None);

        Assert.Equal(1, Assert.Single(usage.Routes).Budget.Scopes[0].Windows[0].Used);
    }

    private static Task<RiotAnswer<byte[]>> MatchAsync(RiotRun run) => run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Requested, CancellationToken.None));
}
