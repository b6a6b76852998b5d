using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Sharing;
using MnM.Collector.Storage;

namespace MnM.Tests.Sharing;

/// <summary>How devices come in.</summary>
public sealed class PairingApiTests
{
    [Fact]
    public async Task Wrong_codes_are_told_and_the_fifth_closes_it()
    {
        await using var lan = await LanMnm.StartAsync();
        var code = (await lan.Desk.OpenCodeAsync(CancellationToken.None))!.Code;
        var wrong = code == "000000" ? "111111" : "000000";
        Assert.Equal("That code is wrong. 4 more tries are left.", await lan.At("192.168.1.1").RefusedAsync(wrong));
        Assert.Equal("That code is wrong. 3 more tries are left.", await lan.At("192.168.1.2").RefusedAsync(wrong));
        Assert.Equal("That code is wrong. 2 more tries are left.", await lan.At("192.168.1.3").RefusedAsync(wrong));
        Assert.Equal("That code is wrong. One more try is left.", await lan.At("192.168.1.4").RefusedAsync(wrong));
        Assert.Equal("That code is wrong, and it is closed now. Ask for a new one.", await lan.At("192.168.1.5").RefusedAsync(wrong));
        Assert.Equal("No code is open. Ask for a new one.", await lan.At("192.168.1.6").RefusedAsync(code));

        var told = JsonNode.Parse(await lan.Owner.GetStringAsync("/api/sharing"))!["code"]!;
        Assert.Equal(0, (int?)told["tries_left"]);
        Assert.Equal(["192.168.1.1", "192.168.1.2", "192.168.1.3", "192.168.1.4", "192.168.1.5"], told["wrong_from"]!.AsArray().Select(address => (string?)address));
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_device_that_cannot_be_kept_has_not_used_its_code(bool byLink)
    {
        await using var lan = await LanMnm.StartAsync();
        await using var db = await lan.Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE INSERT ON devices BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        var pairing = (await lan.Desk.OpenCodeAsync(CancellationToken.None))!;
        var shown = byLink ? pairing.LinkToken : pairing.Code;
        var friend = lan.At("192.168.1.4");

        using (var refused = await friend.PairAsync(shown))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("its disk may be full. The code stays open", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.False(refused.Headers.Contains("Set-Cookie"));
        }

        await db.Database.ExecuteSqlAsync($"DROP TRIGGER full");
        using var paired = await friend.PairAsync(shown);
        Assert.Equal("""{"role":"viewer"}""", await paired.Content.ReadAsStringAsync());
        Assert.Null(lan.Mnm.App.Services.GetRequiredService<PairingDesk>().Current);
    }

    [Fact]
    public async Task A_browser_that_cannot_be_kept_anew_stays_who_it_was()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        await using (var db = await lan.Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE UPDATE ON devices BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        }

        using var refused = await friend.PairAsync(lan.OwnerCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await lan.OnlyDeviceAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await friend.StatusAsync("/api/status"));
        Assert.Equal(HttpStatusCode.OK, await friend.StatusAsync("/api/games"));
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
        await lan.Desk.SetAsync(new SharingChange(IsOn: false), CancellationToken.None);
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
}
