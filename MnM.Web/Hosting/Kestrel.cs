using Microsoft.Extensions.Options;
using MnM.Web.Security;
using MnM.Web.Sharing.Listening;

namespace MnM.Web.Hosting;

/// <summary>How MnM listens and how it stops.</summary>
internal static class Kestrel
{
    /// <summary>Most time between the wish to stop and the end of all requests; with the hosted services' own end it stays below 5 s.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Most time that a request's head may take, so that nobody holds connections by sending a letter now and then.</summary>
    private static readonly TimeSpan HeadTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Listens to this machine and, while MnM is shared, to the local network.</summary>
    public static void AddKestrel(this WebApplicationBuilder builder)
    {
        builder.AddKestrelHere();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var limit = kestrel.ApplicationServices.GetRequiredService<ConnectionLimit>();
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => limit.PassAsync(connection, next)));

            if (kestrel.ApplicationServices.GetRequiredService<IOptions<SharingOptions>>().Value.Https)
            {
                var certificate = kestrel.ApplicationServices.GetRequiredService<SharedCertificate>();
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => certificate.Current);
            }

            // Followed while it runs: the local network's endpoints come and go.
            var source = kestrel.ApplicationServices.GetRequiredService<ListenSource>();
            kestrel.Configure(new ConfigurationBuilder().Add(source).Build(), reloadOnChange: true);
        });
    }

    /// <summary>Listens to nothing yet.</summary>
    public static void AddKestrelHere(this WebApplicationBuilder builder)
    {
        builder.WebHost
            .UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.RequestHeadersTimeout = HeadTimeout;
            })
            // A Release build that was not published finds its assets only this way.
            .UseStaticWebAssets();
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = StopTimeout;
            // One after the other, the latest first: the poller ends before the recorder, which stores what the poller left.
            host.ServicesStopConcurrently = false;
        });
    }
}
