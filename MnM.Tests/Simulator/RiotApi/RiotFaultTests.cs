using System.Net;
using MnM.Simulator.Faults;
using MnM.Simulator.RiotApi;

namespace MnM.Tests.Simulator.RiotApi;

public sealed class RiotFaultTests
{
    private const string Status = "/lol/status/v4/platform-data";

    [Fact]
    public async Task Servers_fail_four_times_in_a_row()
    {
        await using var riot = RiotMachine.With(Fault.ServerErrors);
        var statuses = new List<int>();
        for (var request = 0; request < 50; request++)
        {
            statuses.Add((int)await riot.StatusAsync("euw1", Status));
        }

        var first = statuses.IndexOf(500);
        Assert.Equal([500, 502, 503, 504], statuses[first..(first + 4)]);
        Assert.Equal(8, statuses.Count(status => status >= 500));
        Assert.Equal(42, statuses.Count(status => status == 200));
    }

    [Fact]
    public async Task A_share_of_the_requests_fails_by_chance_and_the_same_each_time()
    {
        var (first, again) = (await StatusesAsync(), await StatusesAsync());

        Assert.Equal(first, again);
        Assert.InRange(first.Count(status => status >= 500), 30, 75);
        Assert.Equal([200, 500, 502, 503, 504], first.Distinct().Order());

        static async Task<List<int>> StatusesAsync()
        {
            await using var riot = new RiotMachine(new RiotApiOptions { Keys = [RiotMachine.Big], ErrorShare = 0.05 });
            var statuses = new List<int>();
            for (var request = 0; request < 1_000; request++)
            {
                riot.Clock.Advance(0.1);
                statuses.Add((int)await riot.StatusAsync("euw1", Status));
            }

            return statuses;
        }
    }

    [Fact]
    public async Task An_outage_is_of_one_route_and_has_an_end()
    {
        var outage = new RiotOutage("euw1", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30), 503);
        await using var riot = new RiotMachine(new RiotApiOptions { Keys = [RiotMachine.Big], Outages = [outage, outage with { Route = "kr", Status = 404 }] });
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status));

        riot.Clock.Advance(60);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await riot.StatusAsync("euw1", Status));
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("kr", Status));
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("eun1", Status));

        riot.Clock.Advance(30 * 60);
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status));
    }

    [Theory]
    [InlineData(Fault.MethodLimit, "method", false, true)]
    [InlineData(Fault.ServiceLimit, "service", false, true)]
    [InlineData(Fault.ServerLimit, "server", true, false)]
    public async Task Limits_are_said_to_be_exceeded_that_were_not(Fault fault, string type, bool saysHowLong, bool tellsLimits)
    {
        await using var riot = RiotMachine.With(fault);
        var refused = 0;
        for (var request = 0; request < 14; request++)
        {
            using var answer = await riot.SendAsync("euw1", Status);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused++;
                Assert.Equal(type, answer.Headers.GetValues("X-Rate-Limit-Type").Single());
                Assert.Equal((saysHowLong, tellsLimits), (answer.Headers.RetryAfter is not null, answer.Headers.Contains("X-App-Rate-Limit")));
            }
        }

        Assert.Equal(2, refused);
    }

    [Fact]
    public async Task For_five_minutes_of_fifteen_all_of_Europe_is_missing()
    {
        await using var riot = RiotMachine.With(Fault.RegionMissing);
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status));

        riot.Clock.Advance(600);
        Assert.Equal("Data not found", await riot.FaultAsync(HttpStatusCode.NotFound, "euw1", Status));
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("europe", "/riot/account/v1/accounts/by-riot-id/Nightjar/EUW"));
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("na1", Status));

        riot.Clock.Advance(300);
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status));
    }

    [Fact]
    public async Task One_route_can_be_made_to_be_missing()
    {
        await using var riot = new RiotMachine();
        riot.Server.SetMissing("kr", true);
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("kr", Status));
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("jp1", Status));

        riot.Server.SetMissing("kr", false);
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("kr", Status));
    }

    [Fact]
    public async Task Bodies_come_cut_empty_or_as_a_web_page()
    {
        await using var riot = RiotMachine.With(Fault.Cut, Fault.Html, Fault.Empty);
        var (cut, pages, empty) = (0, 0, 0);
        for (var request = 0; request < 14; request++)
        {
            try
            {
                using var answer = await riot.SendAsync("euw1", Status);
                var body = await answer.Content.ReadAsStringAsync(RiotMachine.Soon);
                pages += answer.Content.Headers.ContentType?.MediaType == "text/html" && body.StartsWith("<html>", StringComparison.Ordinal) ? 1 : 0;
                empty += body.Length == 0 ? 1 : 0;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                cut++;
            }
        }

        Assert.Equal((2, 2, 2), (cut, pages, empty));
    }

    [Fact]
    public async Task A_request_that_is_never_answered_is_logged_as_such()
    {
        await using var riot = RiotMachine.With(Fault.Timeout);
        var asked = Enumerable.Range(0, 7).Select(_ => riot.StatusAsync("euw1", Status)).ToList();
        await riot.Server.DisposeAsync();

        Assert.Equal(6, (await Task.WhenAll(asked.Select(async one => await OrNullAsync(one)))).Count(status => status == HttpStatusCode.OK));
        await riot.UntilLoggedAsync("\"status\":0");
    }

    private static async Task<HttpStatusCode?> OrNullAsync(Task<HttpStatusCode> asked)
    {
        try
        {
            return await asked;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
