using System.Net;
using System.Text.Json.Nodes;

namespace MnM.Tests.Sharing;

/// <summary>Forged and true forwarding headers.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "127.0.0.1")]
    [InlineData("X-Original-For", "127.0.0.1:5")]
    [InlineData("Forwarded", "for=127.0.0.1;host=localhost")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    public async Task A_forwarding_header_makes_nobody_the_owner(string name, string value)
    {
        foreach (var proxies in new[] { "", "127.0.0.1", "192.168.1.0/24" })
        {
            await using var lan = await LanMnm.StartAsync(settings: ("TRUSTED_PROXIES", proxies));
            foreach (var address in new[] { "192.168.1.4", "127.0.0.1" })
            {
                var stranger = lan.At(address);
                stranger.Http.DefaultRequestHeaders.Add(name, value);
                Assert.Equal(HttpStatusCode.Unauthorized, await stranger.StatusAsync("/api/status"));
            }
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "127.0.0.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.0/8", "203.0.113.9", "127.0.0.1")]
    [InlineData("", "203.0.113.9", "127.0.0.1")]
    public async Task Only_a_trusted_proxy_says_who_really_asks(string proxies, string told, string noted)
    {
        await using var lan = await LanMnm.StartAsync(settings: ("TRUSTED_PROXIES", proxies));
        var friend = lan.At("127.0.0.1");
        friend.Http.DefaultRequestHeaders.Add("X-Forwarded-For", told);
        using var paired = await friend.PairAsync((await lan.Desk.OpenCodeAsync(CancellationToken.None))!.Code);
        Assert.Equal(HttpStatusCode.OK, paired.StatusCode);
        Assert.Equal(noted, (string?)JsonNode.Parse(await lan.Owner.GetStringAsync("/api/sharing/devices"))![0]!["last_address"]);
    }

    [Fact]
    public async Task A_proxy_s_host_must_be_allowed_and_its_scheme_makes_the_cookie_secure()
    {
        await using var lan = await LanMnm.StartAsync(settings: [("TRUSTED_PROXIES", "127.0.0.1"), ("ALLOWED_HOSTS", "mnm.example.org")]);
        var friend = lan.At("127.0.0.1");
        friend.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        friend.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        friend.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await friend.StatusAsync("/health"));

        friend.Http.DefaultRequestHeaders.Remove("X-Forwarded-Host");
        friend.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "mnm.example.org");
        friend.Http.DefaultRequestHeaders.Add("Origin", "https://mnm.example.org");
        using var paired = await friend.PairAsync((await lan.Desk.OpenCodeAsync(CancellationToken.None))!.Code);
        Assert.Equal(HttpStatusCode.OK, paired.StatusCode);
        Assert.Contains("; secure", Assert.Single(paired.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }
}
