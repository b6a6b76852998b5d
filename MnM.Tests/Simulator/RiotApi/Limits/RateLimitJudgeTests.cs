using System.Collections.Immutable;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Tests.Simulator.RiotApi.Limits;

public sealed class RateLimitJudgeTests
{
    private const string Status = "/lol/status/v4/platform-data";

    [Fact]
    public void Twenty_requests_in_a_second_are_none_too_many_and_twenty_one_are()
    {
        var kept = Enumerable.Range(0, 40).Select(request => At(request < 20 ? 500 : 1_500)).ToList();
        Assert.DoesNotContain(Judge(kept), use => use.IsViolation);
        Assert.Contains(Judge(kept), use => use is { Limit: { Requests: 20, Seconds: 1 }, Most: 20, Method: null });

        // Half a second of each window: no counter that begins anew each second would see it.
        var broken = Enumerable.Range(0, 22).Select(request => At(request < 11 ? 900 : 1_400)).ToList();
        var violation = Assert.Single(Judge(broken), use => use.IsViolation);
        Assert.Equal(new WindowUse("key", "euw1", null, new RateLimit(20, 1), 22, 1_400), violation);
    }

    [Fact]
    public void The_limit_of_a_method_is_judged_on_each_route_by_itself()
    {
        var ladders = Enumerable.Range(0, 62).Select(request => At(request * 100, request % 2 == 0 ? "euw1" : "kr", "league-v4.master"));

        Assert.Equal(
            [("euw1", 31), ("kr", 31)],
            Judge(ladders, KeyKind.Production).Where(use => use.IsViolation).Select(use => (use.Route, use.Most)).Order());
    }

    [Fact]
    public async Task A_real_log_is_read_and_what_was_refused_is_found_in_it()
    {
        await using var riot = new RiotMachine();
        for (var request = 0; request < 23; request++)
        {
            await riot.StatusAsync("euw1", Status, KnownKeys.League);
            riot.Clock.Advance(0.01);
        }

        await riot.StatusAsync("euw1", Status, new RiotKey("RGAPI-wrong"));
        await riot.StatusAsync("euw1", "/lol/nothing", KnownKeys.League);
        var log = riot.CloseLog();

        Assert.Equal("""{"t_ms":220,"route":"euw1","method":"lol-status-v4.platform-data","status":429,"key":"RGAPI-51a0a7e5-0000-4000-8000-000000000001"}""", File.ReadLines(log).ElementAt(22));
        var violation = Assert.Single(RateLimitJudge.Read(log, KeyKind.Personal), use => use.IsViolation);
        Assert.Equal((23, 220), (violation.Most, violation.Milliseconds));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_was_answered_fills_the_limits_to_the_last_request_and_breaks_none(int seed)
    {
        await using var riot = new RiotMachine();
        var random = new Random(seed);
        for (var request = 0; request < 1_500; request++)
        {
            await riot.StatusAsync("euw1", Status, KnownKeys.League);
            riot.Clock.Advance(request % 300 == 299 ? 60 : random.Next(4) == 0 ? 0 : random.NextDouble() * 0.08);
        }

        var requests = LoggedRequest.ReadAll(riot.CloseLog());
        var answered = requests.Where(one => one.Status == 200).ToList();
        Assert.Equal([(1, 20), (120, 100)], Judge(answered).Where(use => use.Method is null).Select(use => (use.Limit.Seconds, use.Most)));
        Assert.All(requests.Where(one => one.Status == 429).Take(50), refused =>
            Assert.Contains(Judge([.. answered.Where(one => one.Milliseconds <= refused.Milliseconds), refused]), use => use.IsViolation));
    }

    private static ImmutableArray<WindowUse> Judge(IEnumerable<LoggedRequest> requests, KeyKind kind = KeyKind.Personal) => RateLimitJudge.Judge(requests, _ => kind);

    private static LoggedRequest At(long milliseconds, string route = "euw1", string method = "lol-status-v4.platform-data") => new(milliseconds, route, method, 200, "key");
}
