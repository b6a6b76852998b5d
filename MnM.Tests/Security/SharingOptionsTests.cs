using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;

namespace MnM.Tests.Security;

public sealed class SharingOptionsTests
{
    [Fact]
    public void Proxies_are_addresses_or_networks()
    {
        var proxies = With("TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8;fd00::7").Sharing.TrustedProxies;
        Assert.Equal([IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::7/128")], proxies);
    }

    [Theory]
    [InlineData("TRUSTED_PROXIES", "proxy.example.org")]
    [InlineData("TRUSTED_PROXIES", "10.0.0.0/99")]
    [InlineData("ALLOWED_HOSTS", "https://mnm.example.org")]
    [InlineData("ALLOWED_HOSTS", "*")]
    [InlineData("OWNER_FROM_LOOPBACK", "perhaps")]
    public void What_is_none_is_told_by_name(string name, string value) =>
        Assert.Contains($"  {name}: \"{value}\"", Assert.Throws<StartException>(() => With(name, value)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Who_sends_slowly_is_not_waited_for()
    {
        await using var mnm = await RunningMnm.StartAsync();
        var limits = mnm.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal(TimeSpan.FromSeconds(10), limits.RequestHeadersTimeout);
        Assert.NotNull(limits.MinRequestBodyDataRate);
        Assert.NotNull(limits.MinResponseDataRate);
    }

    private static MnmSettings With(string name, string value) => MnmSettings.From(new Dictionary<string, string> { [name] = value });
}
