namespace MnM.Web.Hosting;

/// <summary>How MnM listens and how it stops.</summary>
internal static class Kestrel
{
    /// <summary>Most time between the wish to stop and the end of all requests; with the hosted services' own end it stays below 5 s.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(3);

    public static void AddKestrel(this WebApplicationBuilder builder, HostingOptions options)
    {
        builder.WebHost
            .UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .UseUrls([.. options.Addresses])
            .ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
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
