using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Settings;
using MnM.Tests.Sharing;
using MnM.Web.Security;
using MnM.Web.Sharing.Listening;

namespace MnM.Tests.Browser.Tour;

/// <summary>A shared MnM with settings that can be changed, as its owner and a viewer see it from their own devices.</summary>
internal sealed class SharedWorld : IAsyncDisposable
{
    private readonly SettingsRun _settings = new("RIOT_PLATFORM=na1\n");
    private LanMnm _lan = null!;

    public IReadOnlyList<TourStop> Stops { get; private set; } = [];

    public static async Task<SharedWorld> StartAsync()
    {
        SharedWorld world = new();
        await world.BeginAsync();
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await _lan.DisposeAsync();
        _settings.Dispose();
    }

    private async Task BeginAsync()
    {
        // Whoever asks comes from this machine here, and is a stranger all the same.
        _lan = await LanMnm.StartAsync(
            configure: services => services.AddSingleton(_settings.InUse).AddSingleton(_settings.Restart).AddSingleton(new LanAddresses(() => [IPAddress.Parse("10.99.99.99")])),
            settings: ("OWNER_FROM_LOOPBACK", "false"));
        var (owner, viewer) = (_lan.At("192.168.1.3"), await _lan.ViewerAsync());
        using var paired = await owner.PairAsync(_lan.OwnerCode);
        await _lan.Desk.OpenCodeAsync(CancellationToken.None);
        Stops =
        [
            Stop("settings", "that can be changed", owner),
            Stop("sharing", "with a code and devices", owner),
            Stop("riot", "as a viewer", viewer) with { Refusal = "403 (Forbidden)" },
        ];
    }

    private TourStop Stop(string page, string state, LanMnm.Device device) =>
        new($"/{page}, {state}", new(_lan.Mnm.Address, page)) { Device = device.Cookies.GetCookies(_lan.Mnm.Address)[DeviceCookie.Name]!.Value };
}
