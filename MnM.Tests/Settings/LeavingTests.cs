using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Sharing;
using MnM.Tests.Sharing;
using MnM.Web.Settings;

namespace MnM.Tests.Settings;

public sealed class LeavingTests
{
    private const string Devices = "Devices of the local network";

    [Theory]
    [InlineData("false", "by HTTP, in clear", "can read along.")]
    [InlineData("true", "by HTTPS", "matches of people here.")]
    public async Task While_MnM_is_shared_the_devices_of_the_network_are_named(string https, string how, string words)
    {
        await using var lan = await LanMnm.StartAsync(settings: ("SHARE_HTTPS", https));
        var list = lan.Mnm.App.Services.GetRequiredService<LeavingList>();

        var told = Assert.Single(await list.ReadAsync(CancellationToken.None), one => one.Who == Devices);

        Assert.Equal((how, false), (told.Host, told.IsHere));
        Assert.EndsWith(words, told.Purpose, StringComparison.Ordinal);
        await lan.Desk.SetAsync(new SharingChange(IsOn: false), CancellationToken.None);
        Assert.DoesNotContain(await list.ReadAsync(CancellationToken.None), one => one.Who == Devices);
    }
}
