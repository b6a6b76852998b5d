using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Sharing;

/// <summary>Registers who is let in.</summary>
internal static class SharingServices
{
    public static IServiceCollection AddSharing(this IServiceCollection services) => services
        .AddSingleton<SharingSwitch>()
        .AddSingleton<DeviceStore>()
        .AddSingleton<PairingDesk>();
}
