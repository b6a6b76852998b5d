using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class HealthApiTests
{
    [Fact]
    public async Task Health_is_starting_until_everything_required_is_there_and_ok_then()
    {
        await using var mnm = await RunningMnm.StartAsync(map: app => app.Services.GetRequiredService<Readiness>().Require("moon"));

        using var before = await mnm.Client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        Assert.Equal("""{"status":"starting"}""", await before.Content.ReadAsStringAsync());

        mnm.App.Services.GetRequiredService<Readiness>().Mark("moon");
        using var after = await mnm.Client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("""{"status":"ok"}""", await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Patience_counts_from_the_start_and_not_from_the_first_question()
    {
        ManualClock clock = new();
        await using var mnm = await RunningMnm.StartAsync(services => services.AddSingleton<TimeProvider>(clock));

        clock.Advance(Readiness.Patience);

        Assert.Contains("\"uptime_seconds\":30,", await mnm.Client.GetStringAsync("/health?verbose=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_health_tells_mode_version_and_conditions()
    {
        await using var mnm = await RunningMnm.StartAsync(map: app => app.Services.GetRequiredService<Readiness>().Expect("sun"));

        using var answer = await mnm.Client.GetAsync("/health?verbose=true");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        var detail = json.RootElement.GetProperty("detail");
        Assert.Equal("real", detail.GetProperty("mode").GetString());
        Assert.True(detail.TryGetProperty("uptime_seconds", out _));
        var conditions = detail.GetProperty("conditions").EnumerateArray()
            .Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("state").GetString()}");
        Assert.Equal(["sun waiting", "database ready", "static_data ready"], conditions);
    }
}
