using System.Globalization;
using System.Net;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Tests.Simulator.RiotApi.Limits;

public sealed class RateLimitTests
{
    private const string Status = "/lol/status/v4/platform-data";
    private const string Ladder = "/lol/league/v4/masterleagues/by-queue/RANKED_SOLO_5x5";

    [Theory]
    [InlineData(KeyKind.Development, 20, 1)]
    [InlineData(KeyKind.Personal, 20, 1)]
    [InlineData(KeyKind.Production, 500, 10)]
    public async Task The_last_request_of_a_window_is_answered_and_one_more_is_refused_until_the_first_is_that_old(KeyKind kind, int limit, int seconds)
    {
        var key = new RiotKey("RGAPI-x", kind);
        await using var riot = new RiotMachine(new RiotApiOptions { Keys = [key] });
        Assert.Equal(limit, await OkAsync(riot, key, limit));

        riot.Clock.Advance(seconds - 0.001);
        using (var refused = await riot.SendAsync("euw1", Status, key))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(("application", "1"), (Header(refused, "X-Rate-Limit-Type"), Header(refused, "Retry-After")));
            Assert.StartsWith($"{limit + 1}:{seconds},", Header(refused, "X-App-Rate-Limit-Count"), StringComparison.Ordinal);
            Assert.Equal("Rate limit exceeded", RiotMachine.MessageOf(429, await refused.Content.ReadAsStringAsync(RiotMachine.Soon)));
        }

        riot.Clock.Advance(0.001);
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status, key));
    }

    [Fact]
    public async Task The_longer_window_counts_what_the_shorter_one_has_forgotten()
    {
        await using var riot = new RiotMachine();
        var answered = 0;
        for (var second = 0; second < 10; second++)
        {
            answered += await OkAsync(riot, KnownKeys.League, 19);
            riot.Clock.Advance(1);
        }

        Assert.Equal(100, answered);
        using var refused = await riot.SendAsync("euw1", Status, KnownKeys.League);
        Assert.Equal("110", Header(refused, "Retry-After"));
        riot.Clock.Advance(110);
        Assert.Equal(19, await OkAsync(riot, KnownKeys.League, 19));
        Assert.Equal(HttpStatusCode.TooManyRequests, await riot.StatusAsync("euw1", Status, KnownKeys.League));
    }

    [Fact]
    public async Task Headers_tell_both_limits_and_both_counts()
    {
        await using var riot = new RiotMachine();
        await riot.StatusAsync("euw1", Status, KnownKeys.League);
        using var answer = await riot.SendAsync("euw1", Ladder, KnownKeys.League);

        Assert.Equal("20:1,100:120", Header(answer, "X-App-Rate-Limit"));
        Assert.Equal("2:1,2:120", Header(answer, "X-App-Rate-Limit-Count"));
        Assert.Equal("30:10,500:600", Header(answer, "X-Method-Rate-Limit"));
        Assert.Equal("1:10,1:600", Header(answer, "X-Method-Rate-Limit-Count"));
        Assert.Equal("", Header(answer, "X-Rate-Limit-Type") + Header(answer, "Retry-After"));
    }

    [Fact]
    public async Task A_methods_own_limit_is_told_as_such_and_leaves_other_methods_alone()
    {
        await using var riot = new RiotMachine();
        for (var request = 0; request < 30; request++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await riot.StatusAsync("euw1", Ladder));
        }

        using var refused = await riot.SendAsync("euw1", Ladder);
        Assert.Equal((HttpStatusCode.TooManyRequests, "method", "10"), (refused.StatusCode, Header(refused, "X-Rate-Limit-Type"), Header(refused, "Retry-After")));
        Assert.Equal(("31:10,31:600", "30:10,30:600"), (Header(refused, "X-Method-Rate-Limit-Count"), Header(refused, "X-App-Rate-Limit-Count")));
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status));
    }

    [Fact]
    public async Task Routes_and_keys_are_counted_apart()
    {
        await using var riot = new RiotMachine();
        Assert.Equal(20, await OkAsync(riot, KnownKeys.League, 21));

        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("eun1", Status, KnownKeys.League));
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status, KnownKeys.Tactics));
    }

    private static async Task<int> OkAsync(RiotMachine riot, RiotKey key, int requests)
    {
        var answered = 0;
        for (var request = 0; request < requests; request++)
        {
            answered += await riot.StatusAsync("euw1", Status, key) == HttpStatusCode.OK ? 1 : 0;
        }

        return answered;
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(';', values).ToString(CultureInfo.InvariantCulture) : "";
}
