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

    // The loops of Live are registered by factories, which tell them from other hosted services.
    private static void WithoutLoops(IServiceCollection services)
    {
        foreach (var loop in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.DeclaringType?.FullName?.Contains(nameof(LiveServices), StringComparison.Ordinal) == true).ToList())
        {
            services.Remove(loop);
        }
    }
}
