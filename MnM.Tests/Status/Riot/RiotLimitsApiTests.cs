using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.RateLimits;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Status.Riot;

public sealed class RiotLimitsApiTests
{
    [Fact]
    public async Task Limits_are_told_with_what_is_used_and_who_waits_how_long()
    {
        var riot = new StubRiot(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}"), Headers = { { "X-App-Rate-Limit", "2:3600,50:7200" } } });
        await using var mnm = await RunningMnm.StartAsync(
            services => services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => riot), settings: ("RIOT_API_KEY", RiotRun.Key));
        var matches = mnm.App.Services.GetRequiredService<MatchApi>();
        using var end = new CancellationTokenSource();
        await matches.FindAsync("EUW1_1", Lane.Live, CancellationToken.None);
        await matches.FindAsync("EUW1_2", Lane.Live, CancellationToken.None);
        Task[] waiting = [.. Enumerable.Range(3, 3).Select(number => matches.FindAsync($"EUW1_{number}", Lane.Tracking, end.Token))];
        var (limiter, since) = (mnm.App.Services.GetRequiredService<RateLimiter>(), Stopwatch.GetTimestamp());
        while (limiter.Waiting < waiting.Length)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "Nobody waits.");
            await Task.Yield();
        }

        using var answer = JsonDocument.Parse(await mnm.Client.GetStringAsync("/api/riot/limits"));
        var route = answer.RootElement.GetProperty("routes")[0];
        Assert.Equal(("europe", 2), (route.GetProperty("route").GetString(), route.GetProperty("requests_last_minute").GetInt32()));
        Assert.Equal(
            """[{"seconds":3600,"requests":2,"used":2},{"seconds":7200,"requests":50,"used":2}]""", route.GetProperty("limits")[0].GetProperty("windows").GetRawText());
        var lanes = route.GetProperty("lanes").EnumerateArray().ToDictionary(lane => lane.GetProperty("lane").GetString()!);
        Assert.Equal((3, 7200), (lanes["tracking"].GetProperty("waiting").GetInt32(), lanes["tracking"].GetProperty("expected_seconds").GetDouble()));
        Assert.NotEqual(JsonValueKind.Null, lanes["tracking"].GetProperty("oldest").ValueKind);
        Assert.Equal((0, JsonValueKind.Null), (lanes["live"].GetProperty("waiting").GetInt32(), lanes["live"].GetProperty("expected_seconds").ValueKind));
        await end.CancelAsync();
        await Task.WhenAll(waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
