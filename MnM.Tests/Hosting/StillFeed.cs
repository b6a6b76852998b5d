using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MnM.Collector;
using MnM.Collector.Live;

namespace MnM.Tests.Hosting;

/// <summary>MnM whose live state only a test changes: nothing polls a game or looks for a client.</summary>
internal static class StillFeed
{
    public static async Task<RunningMnm> StartAsync(LiveState state, params (string Name, string Value)[] settings)
    {
        var mnm = await RunningMnm.StartAsync(WithoutLoops, settings: settings);
        mnm.Publish(state);
        return mnm;
    }

    public static Feed<LiveState> Feed(this RunningMnm mnm) => mnm.App.Services.GetRequiredService<Feed<LiveState>>();

    public static void Publish(this RunningMnm mnm, LiveState state) => mnm.Feed().Publish(state);

    /// <summary>Without what publishes the live state or follows it of its own: the test alone publishes, and the feed's readers are its pages and sockets.</summary>
    public static void WithoutLoops(IServiceCollection services)
    {
        foreach (var loop in services.Where(service => service.ServiceType == typeof(IHostedService) && IsOfGames(service)).ToList())
        {
            services.Remove(loop);
        }
    }

    // A service that is registered by a factory has no type yet, but the factory has a place.
    private static bool IsOfGames(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Namespace is "MnM.Collector.Live" or "MnM.Collector.Scouting";
}
