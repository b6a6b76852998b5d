using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Sharing;
using MnM.Collector.Storage;

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
    public async Task Wrong_codes_are_told_and_the_fifth_closes_it()
    {
        await using var lan = await LanMnm.StartAsync();
        var code = (await lan.Desk.OpenCodeAsync(CancellationToken.None))!.Code;
        var wrong = code == "000000" ? "111111" : "000000";
        Assert.Equal("That code is wrong. 4 more tries are left.", await RefusedAsync(lan.At("192.168.1.1"), wrong));
        Assert.Equal("That code is wrong. 3 more tries are left.", await RefusedAsync(lan.At("192.168.1.2"), wrong));
        Assert.Equal("That code is wrong. 2 more tries are left.", await RefusedAsync(lan.At("192.168.1.3"), wrong));
        Assert.Equal("That code is wrong. One more try is left.", await RefusedAsync(lan.At("192.168.1.4"), wrong));
        Assert.Equal("That code is wrong, and it is closed now. Ask for a new one.", await RefusedAsync(lan.At("192.168.1.5"), wrong));
        Assert.Equal("No code is open. Ask for a new one.", await RefusedAsync(lan.At("192.168.1.6"), code));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"code":"  "}""")]
    public async Task Who_shows_nothing_has_not_tried(string body)
    {
        await using var lan = await LanMnm.StartAsync();
        var pairing = await lan.Desk.OpenCodeAsync(CancellationToken.None);
        var friend = lan.At("192.168.1.4");
        for (var i = 0; i < 12; i++)
        {
            using var answer = await friend.Http.PostAsync("/api/sharing/pair", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var paired = await friend.PairAsync(pairing!.Code);
        Assert.Equal(HttpStatusCode.OK, paired.StatusCode);
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
    public async Task Addresses_of_one_network_of_IPv6_count_as_one_that_asks_too_much()
    {
        await using var lan = await LanMnm.StartAsync();
        var many = Enumerable.Range(1, 8).Select(host => lan.At($"fd00:1:2:3::{host:x}")).ToList();

        Assert.Contains(HttpStatusCode.TooManyRequests, await Task.WhenAll(Enumerable.Range(0, 400).Select(n => many[n % many.Count].StatusAsync("/css/tokens.css"))));
        Assert.Equal(HttpStatusCode.OK, await lan.At("fd00:1:2:4::1").StatusAsync("/css/tokens.css"));
    }

    [Fact]
    public async Task What_the_database_cannot_keep_keeps_nobody_out_and_lets_nobody_stay()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        await using (var db = await lan.Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE UPDATE ON devices BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        }

        // From another address, which would be noted.
        var moved = lan.At("192.168.1.77");
        moved.Cookies.Add(friend.Cookies.GetAllCookies());
        Assert.Equal(HttpStatusCode.OK, await moved.StatusAsync("/api/games"));

        using var revoked = await lan.Owner.DeleteAsync($"/api/sharing/devices/{await lan.OnlyDeviceAsync()}");
        Assert.Equal(HttpStatusCode.InternalServerError, revoked.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => friend.StatusAsync("/api/games"));
    }

    [Fact]
    public async Task Sharing_ends_also_where_the_database_cannot_keep_it()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        await using (var db = await lan.Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE UPDATE ON sharing BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        }

        using var off = await lan.Owner.PutAsJsonAsync("/api/sharing", new { is_on = false });

        Assert.Equal(HttpStatusCode.InternalServerError, off.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/games"));
    }

    [Fact]
    public async Task Who_shows_codes_too_fast_is_told_when_to_come_back()
    {
        await using var lan = await LanMnm.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            using var shown = await lan.At($"192.168.1.{i + 1}").PairAsync("000000");
        }

        using var answer = await lan.At("192.168.2.1").PairAsync("000000");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_owner_s_code_makes_an_owner_from_afar()
    {
        await using var lan = await LanMnm.StartAsync();
        var laptop = lan.At("192.168.1.4");
        using var paired = await laptop.PairAsync(lan.OwnerCode.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Equal("""{"role":"owner"}""", await paired.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, await laptop.StatusAsync("/api/status"));

        // Also while nobody else is let in.
        await lan.Desk.SetAsync(SharingState.Off, CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, await laptop.StatusAsync("/api/status"));
    }

    [Fact]
    public async Task Without_the_trust_in_loopback_this_machine_needs_the_owner_s_code_too()
    {
        await using var lan = await LanMnm.StartAsync(isShared: false, settings: ("OWNER_FROM_LOOPBACK", "false"));
        var here = lan.At("127.0.0.1");
        Assert.Equal(HttpStatusCode.Unauthorized, await here.StatusAsync("/api/games"));
        using var paired = await here.PairAsync(lan.OwnerCode);
        Assert.Equal(HttpStatusCode.OK, paired.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("/api/status"));
    }

    [Fact]
    public async Task While_it_is_not_shared_nobody_is_let_in()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        var open = (await lan.Desk.OpenCodeAsync(CancellationToken.None))!;

        using var off = await lan.Owner.PutAsJsonAsync("/api/sharing", new { is_on = false });
        Assert.Equal("""{"is_on":false,"shows_custom_games":false,"addresses":[],"fingerprint":null}""", await off.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/games"));
        using var opened = await lan.Owner.PostAsync("/api/sharing/code", null);
        Assert.Equal(HttpStatusCode.Conflict, opened.StatusCode);
        Assert.Equal("No code is open. Ask for a new one.", await RefusedAsync(lan.At("192.168.1.9"), open.LinkToken));

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

    [Fact]
    public async Task A_browser_that_pairs_again_stands_in_the_list_once()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        var before = await lan.OnlyDeviceAsync();
        using var paired = await friend.PairAsync(lan.OwnerCode);
        Assert.NotEqual(before, await lan.OnlyDeviceAsync());
        Assert.Equal(HttpStatusCode.OK, await friend.StatusAsync("/api/status"));
    }

    [Fact]
    public async Task Another_site_cannot_pair_a_browser()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = lan.At("192.168.1.4");
        friend.Http.DefaultRequestHeaders.Add("Origin", "http://evil.example");
        using var answer = await friend.PairAsync((await lan.Desk.OpenCodeAsync(CancellationToken.None))!.Code);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<string?> RefusedAsync(LanMnm.Device device, string code)
    {
        using var answer = await device.PairAsync(code);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"];
    }
}
