using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using MnM.Web.Hosting;
using MnM.Web.Security;
using MnM.Web.Sharing.Listening;

namespace MnM.Web.Sharing;

/// <summary>Registers sharing, and puts it into the way of each request.</summary>
internal static class SharingServices
{
    public static IServiceCollection AddSharing(this IServiceCollection services, HostingOptions hosting)
    {
        services.AddSingleton(new ListenSource(hosting.Addresses));
        services.AddSingleton(_ => new LanAddresses());
        services.AddSingleton<ConnectionLimit>();
        services.AddSingleton<OpenVisits>();
        services.AddScoped<CircuitHandler, VisitCircuit>();
        services.AddSingleton<SharingDesk>();
        services.AddSingleton<LanListener>();
        services.AddSingleton<SharingMonitor>();
        services.AddSingleton<VisitWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<LanListener>());
        services.AddHostedService(provider => provider.GetRequiredService<SharingMonitor>());
        services.AddHostedService(provider => provider.GetRequiredService<VisitWatch>());
        services.AddSingleton<MessageLimit>();
        services.Configure<HubOptions>(hub =>
        {
            hub.MaximumReceiveMessageSize = OpenLimit.LargestMessage;
            hub.AddFilter<MessageLimit>();
        });
        return services.AddVisitLimits();
    }

    /// <summary>Believes proxies that the owner named, and nobody else, who really asks.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<SharingOptions>>().Value.TrustedProxies;
        if (proxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>What devices may ask, and for how long. After it is known who asks.</summary>
    public static void UseSharing(this WebApplication app)
    {
        app.UseVisitLinks();
        app.UseRateLimiter();
        app.UseOpenLimit();
    }
}
