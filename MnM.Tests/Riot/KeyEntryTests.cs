using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Tests.Riot;

public sealed class KeyEntryTests
{
    private const string NewKey = "RGAPI-0a1b2c3d-0000-4000-8000-00000secret0";
    private const string GoodKey = "RGAPI-0a1b2c3d-0000-4000-8000-00000000ecc0";

    [Fact]
    public async Task A_key_that_Riot_takes_is_in_use_without_a_restart()
    {
        var riot = StubRiot.Always(HttpStatusCode.OK);
        await using var run = await RiotRun.StartAsync(riot);
        Assert.Equal(KeyTrial.Taken, await EnterAsync(run, $"  {GoodKey}\n"));

        Assert.Equal([GoodKey], riot.Keys);
        Assert.Contains("/lol/status/v4/platform-data", Assert.Single(riot.Asked), StringComparison.Ordinal);
        Assert.Equal(GoodKey, run.Keys.Find(RiotProduct.League));
        Assert.Equal((KeyState.Good, KeyOrigin.Entered), State(run));
        await run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Requested, CancellationToken.None));
        Assert.Equal(GoodKey, riot.Keys[^1]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_key_that_Riot_refuses_is_not_kept(HttpStatusCode refusal)
    {
        var riot = StubRiot.Always(refusal);
        await using var run = await RiotRun.StartAsync(riot);
        Assert.Equal(KeyTrial.Refused, await EnterAsync(run, GoodKey));

        Assert.Equal([GoodKey], riot.Keys);
        Assert.Equal(RiotRun.Key, run.Keys.Find(RiotProduct.League));
        Assert.Equal((KeyState.Untested, KeyOrigin.Settings), State(run));
    }

    [Fact]
    public async Task While_Riot_does_not_answer_a_key_is_kept_and_not_judged()
    {
        await using var run = await RiotRun.StartAsync(new StubRiot(_ => null));
        Assert.Equal(KeyTrial.Unknown, await EnterAsync(run, GoodKey, mostStep: 20));
        Assert.Equal(GoodKey, run.Keys.Find(RiotProduct.League));
        Assert.Equal((KeyState.Untested, KeyOrigin.Entered), State(run));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RGAPI-1b2c")]
    [InlineData(NewKey)]
    [InlineData("0a1b2c3d-0000-4000-8000-00000000ecc0")]
    [InlineData(GoodKey + GoodKey)]
    public async Task What_does_not_look_like_a_key_is_not_sent_to_anybody(string text)
    {
        var riot = StubRiot.Always(HttpStatusCode.OK);
        await using var run = await RiotRun.StartAsync(riot);
        Assert.Equal(KeyTrial.NoKey, await EnterAsync(run, text));
        Assert.Empty(riot.Asked);
        Assert.Equal(RiotRun.Key, run.Keys.Find(RiotProduct.League));
    }

    [Fact]
    public async Task A_key_can_be_entered_where_the_one_before_is_refused()
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.OK));
        run.Get<KeyHealth>().Refused(RiotProduct.League, RiotRun.Key);
        Assert.Equal(KeyTrial.Taken, await EnterAsync(run, GoodKey));
        Assert.Equal((KeyState.Good, KeyOrigin.Entered), State(run));
    }

    [Fact]
    public async Task A_check_tells_whether_Riot_still_takes_the_key()
    {
        var status = HttpStatusCode.OK;
        await using var run = await RiotRun.StartAsync(new StubRiot(_ => StubRiot.Answer(status)));
        Assert.Equal(KeyTrial.Taken, await CheckAsync(run));
        Assert.Equal(KeyState.Good, State(run).State);
        status = HttpStatusCode.Forbidden;
        Assert.Equal(KeyTrial.Refused, await CheckAsync(run));
        Assert.Equal(KeyState.Bad, State(run).State);

        // A key that was refused once may be checked again, though nothing else is asked with it.
        status = HttpStatusCode.OK;
        Assert.Equal(KeyTrial.Taken, await CheckAsync(run));
    }

    [Fact]
    public async Task A_key_that_is_forgotten_gives_way_to_the_one_of_the_settings()
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.OK));
        await EnterAsync(run, GoodKey);
        Assert.True(run.Get<KeyEntry>().Forget(RiotProduct.League));
        Assert.Equal(RiotRun.Key, run.Keys.Find(RiotProduct.League));
        Assert.Null(run.Store.Find(RiotProduct.League));
    }

    [Fact]
    public async Task No_log_line_holds_a_key_that_was_entered()
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.Forbidden));
        await EnterAsync(run, GoodKey);
        await EnterAsync(run, NewKey);
        Assert.DoesNotContain("ecc0", run.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("00000secret0", run.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-owner", run.Log.Text, StringComparison.Ordinal);
    }

    // Steps shorter than anybody's patience: while the database is busy no time passes.
    private static Task<KeyTrial> EnterAsync(RiotRun run, string text, double mostStep = 1) =>
        run.AnswerAsync(run.Get<KeyEntry>().EnterAsync(RiotProduct.League, text, CancellationToken.None), mostStep);

    private static Task<KeyTrial> CheckAsync(RiotRun run) => run.AnswerAsync(run.Get<KeyEntry>().CheckAsync(RiotProduct.League, CancellationToken.None), 1);

    private static (KeyState State, KeyOrigin Origin) State(RiotRun run) => run.Get<KeyHealth>().Of(RiotProduct.League) is var report ? (report.State, report.Origin) : default;
}
