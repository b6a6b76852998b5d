using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Sharing;
using MnM.Collector.Storage;
using MnM.Web.Shell;

namespace MnM.Tests.Sharing;

public sealed class SharingApiTests
{
    [Fact]
    public async Task A_stranger_is_led_to_where_one_pairs_and_a_program_is_told()
    {
        await using var lan = await LanMnm.StartAsync();
        var stranger = lan.At("192.168.1.4");

        foreach (var page in new[] { "/", "/board", "/riot", "/nothing", "/match/1" })
        {
            using var answer = await stranger.OpenAsync(page);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(page == "/" ? "/pair" : $"/pair?to={Uri.EscapeDataString(page)}", answer.Headers.Location?.OriginalString);
        }

        foreach (var path in new[] { "/api/games", "/api/status", "/ws/live", "/matches/1", "/openapi/v1.json", "/_blazor", "/assets/champion/Ahri.png", "/metrics", "/api/sharing/devices" })
        {
            using var answer = await stranger.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task What_a_stranger_sees_tells_nothing()
    {
        await using var lan = await LanMnm.StartAsync();
        var stranger = lan.At("192.168.1.4");

        using var page = await stranger.OpenAsync("/pair");
        var words = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Join this MnM", words, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"rail\"", words, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"server\"", words, StringComparison.Ordinal);
        Assert.Equal("""{"status":"ok"}""", await stranger.Http.GetStringAsync("/health?verbose=true"));
        Assert.Equal(HttpStatusCode.OK, await stranger.StatusAsync("/css/mnm.css"));
        Assert.Equal(HttpStatusCode.NotFound, (await lan.Owner.GetAsync("/css/nothing.css")).StatusCode);
    }

    [Fact]
    public async Task A_code_lets_a_device_in_to_read_and_no_more()
    {
        await using var lan = await LanMnm.StartAsync();
        using var opened = await lan.Owner.PostAsync("/api/sharing/code", null);
        var code = (string)JsonNode.Parse(await opened.Content.ReadAsStringAsync())!["code"]!;
        var friend = lan.At("192.168.1.4");

        using var paired = await friend.PairAsync($" {code} ");

        Assert.Equal("""{"role":"viewer"}""", await paired.Content.ReadAsStringAsync());
        var cookie = Assert.Single(paired.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^mnm-device=[A-Za-z0-9_-]{43}; max-age=34560000; path=/; samesite=lax; httponly$", cookie);
        using var page = await friend.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await friend.StatusAsync("/api/games"));
        foreach (var path in new[] { "/api/status", "/api/riot/limits", "/api/tracking/webhooks", "/metrics", "/api/tft/crawler", "/api/sharing", "/api/sharing/devices", "/openapi/v1.json", "/api/insights/language" })
        {
            using var answer = await friend.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        foreach (var (method, path) in new[] { ("POST", "/api/demo/start"), ("DELETE", "/api/games/1/recording"), ("PUT", "/api/sharing"), ("POST", "/api/sharing/code"), ("DELETE", "/api/sharing/devices/1"), ("POST", "/api/history") })
        {
            using var answer = await friend.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = method is "DELETE" ? null : JsonContent.Create(new { }) });
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        var listed = JsonNode.Parse(await lan.Owner.GetStringAsync("/api/sharing/devices"))!.AsArray();
        Assert.Equal("Mika’s phone", (string?)Assert.Single(listed)!["name"]);
        Assert.Equal("192.168.1.4", (string?)listed[0]!["last_address"]);
        Assert.DoesNotContain("token", listed.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/riot")]
    [InlineData("/status")]
    [InlineData("/tft/crawler")]
    [InlineData("/friends/health")]
    [InlineData("/insights")]
    public async Task A_viewer_sees_the_frame_of_an_owner_s_page_without_it(string page)
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();

        using var answer = await friend.OpenAsync(page);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var words = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Only for the owner", words, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_much_waits_and_nobody_else()
    {
        await using var lan = await LanMnm.StartAsync();
        var stranger = lan.At("192.168.1.4");
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => stranger.Http.GetAsync("/css/tokens.css")));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await lan.At("192.168.1.5").StatusAsync("/css/tokens.css"));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => lan.Owner.GetAsync("/css/tokens.css"))), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task A_device_that_asks_too_much_waits_and_no_other()
    {
        await using var lan = await LanMnm.StartAsync();
        var (friend, other) = (await lan.ViewerAsync(), await lan.ViewerAsync("192.168.1.5"));

        Assert.True(await IsToldToWaitAsync(50, _ => friend));

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => other.StatusAsync("/css/tokens.css"))), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Strangers_who_ask_too_much_together_wait_and_devices_do_not()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();

        // None of them asks more than one may.
        var strangers = Enumerable.Range(1, 30).Select(host => lan.At($"192.168.2.{host}")).ToList();
        Assert.True(await IsToldToWaitAsync(strangers.Count, n => strangers[n]));

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => friend.StatusAsync("/css/tokens.css"))), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Addresses_of_one_network_of_IPv6_count_as_one_that_asks_too_much()
    {
        await using var lan = await LanMnm.StartAsync();
        var many = Enumerable.Range(1, 8).Select(host => lan.At($"fd00:1:2:3::{host:x}")).ToList();

        Assert.Contains(HttpStatusCode.TooManyRequests, await Task.WhenAll(Enumerable.Range(0, 400).Select(n => many[n % many.Count].StatusAsync("/css/tokens.css"))));
        Assert.Equal(HttpStatusCode.OK, await lan.At("fd00:1:2:4::1").StatusAsync("/css/tokens.css"));
    }

    [Fact]
    public async Task A_device_is_out_also_where_the_database_cannot_keep_it()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        await lan.FillDiskAsync();
        Assert.Equal(HttpStatusCode.OK, await friend.StatusAsync("/api/games"));

        using var revoked = await lan.Owner.DeleteAsync($"/api/sharing/devices/{await lan.OnlyDeviceAsync()}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, revoked.StatusCode);
        Assert.Contains("it stays out until MnM starts again", await revoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => friend.StatusAsync("/api/games"));
    }

    [Fact]
    public async Task A_device_that_is_out_does_nothing_more_though_nobody_answers_it()
    {
        var demos = 0;
        await using (var lan = await LanMnm.StartAsync(configure: services => services.AddSingleton(new DemoSwitch(() => demos++, () => { }))))
        {
            var laptop = lan.At("192.168.1.4");
            using var paired = await laptop.PairAsync(lan.OwnerCode);
            await lan.FillDiskAsync();
            using var revoked = await lan.Owner.DeleteAsync($"/api/sharing/devices/{await lan.OnlyDeviceAsync()}");

            await Assert.ThrowsAsync<HttpRequestException>(() => laptop.Http.PostAsync("/api/demo/start", null));
        }

        // Now all that was asked is over.
        Assert.Equal(0, demos);
    }

    [Fact]
    public async Task A_device_that_is_not_there_yet_is_not_sent_away_beforehand()
    {
        await using var lan = await LanMnm.StartAsync();
        await lan.ViewerAsync();
        using var unknown = await lan.Owner.DeleteAsync($"/api/sharing/devices/{await lan.OnlyDeviceAsync() + 1}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        var next = await lan.ViewerAsync("192.168.1.5");

        Assert.Equal(HttpStatusCode.OK, await next.StatusAsync("/api/games"));
    }

    [Fact]
    public async Task What_is_switched_off_is_off_also_where_the_database_cannot_keep_it_and_nothing_is_switched_on()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        await lan.Desk.SetAsync(new SharingChange(IsOn: true, ShowsCustomGames: true), CancellationToken.None);
        await using (var db = await lan.Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE UPDATE ON sharing BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        }

        using var hidden = await lan.Owner.PutAsJsonAsync("/api/sharing", new { shows_custom_games = false });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, new SharingState(IsOn: true, ShowsCustomGames: false)), (hidden.StatusCode, Current()));
        Assert.Contains("What you switched off is off until MnM starts again", await hidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var off = await lan.Owner.PutAsJsonAsync("/api/sharing", new { is_on = false, shows_custom_games = true });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, SharingState.Off), (off.StatusCode, Current()));
        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/games"));

        using var on = await lan.Owner.PutAsJsonAsync("/api/sharing", new { is_on = true });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, SharingState.Off), (on.StatusCode, Current()));

        SharingState Current() => lan.Mnm.App.Services.GetRequiredService<SharingSwitch>().Current;
    }

    [Fact]
    public async Task While_it_is_not_shared_nobody_is_let_in()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        var open = (await lan.Desk.OpenCodeAsync(CancellationToken.None))!;

        using var off = await lan.Owner.PutAsJsonAsync("/api/sharing", new { is_on = false });
        Assert.Equal("""{"is_on":false,"shows_custom_games":false,"addresses":[],"failed":[],"fingerprint":null,"code":null}""", await off.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/games"));
        using var opened = await lan.Owner.PostAsync("/api/sharing/code", null);
        Assert.Equal(HttpStatusCode.Conflict, opened.StatusCode);
        Assert.Equal("No code is open. Ask for a new one.", await lan.At("192.168.1.9").RefusedAsync(open.LinkToken));

        using var on = await lan.Owner.PutAsJsonAsync("/api/sharing", new { is_on = true });
        Assert.Equal(HttpStatusCode.OK, await friend.StatusAsync("/api/games"));
    }

    [Fact]
    public async Task A_revoked_device_is_a_stranger_whatever_it_presents()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        var device = await lan.OnlyDeviceAsync();
        using var revoked = await lan.Owner.DeleteAsync($"/api/sharing/devices/{device}");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/games"));
        using var page = await friend.OpenAsync("/");
        Assert.Equal("/pair", page.Headers.Location?.OriginalString);
        using var again = await lan.Owner.DeleteAsync($"/api/sharing/devices/{device}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    /// <summary>Whether somebody is told to wait while they ask at once, a hundred times over.</summary>
    private static async Task<bool> IsToldToWaitAsync(int atOnce, Func<int, LanMnm.Device> who)
    {
        for (var round = 0; round < 100; round++)
        {
            if ((await Task.WhenAll(Enumerable.Range(0, atOnce).Select(n => who(n).StatusAsync("/css/tokens.css")))).Contains(HttpStatusCode.TooManyRequests))
            {
                return true;
            }
        }

        return false;
    }
}
