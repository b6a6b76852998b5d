using System.IO.Compression;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Tracking.Webhooks;
using MnM.Web.Games;
using MnM.Web.Security;
using MnM.Web.Settings;
using MnM.Web.Shell;
using MnM.Web.Status;
using MnM.Web.Status.Riot;
using Radzen;

namespace MnM.Web.Hosting;

/// <summary>What every slice may ask for: settings, time, the log, readiness, JSON.</summary>
internal static class MnmServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services, MnmSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(Options.Create(settings.Hosting));
        services.AddSingleton(Options.Create(settings.Sharing));
        services.AddSingleton(Options.Create(settings.Riot));
        services.AddSingleton(Options.Create(settings.Live));
        services.AddSingleton(Options.Create(settings.Storage));
        services.AddSingleton(Options.Create(settings.StaticData));
        services.AddSingleton(Options.Create(settings.Tracking));
        services.AddSingleton(Options.Create(settings.Crawler));
        services.AddSingleton(Options.Create(settings.Language));
        services.AddSingleton(Options.Create(settings.Analytics));
        services.AddSingleton(new DemoState(settings.IsDemo));
        services.TryAddSingleton(_ => new SettingsInUse(settings, null, new LogRules(settings)));
        return services;
    }

    public static IServiceCollection AddHosting(this IServiceCollection services, MnmSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Logs.Open(settings, provider.GetRequiredService<SettingsInUse>().LogRules));
        services.AddSingleton<Readiness>();
        services.AddHostedService<ReadinessMarks>();
        services.AddHostedService<NativeHeap>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["request_id"] = problem.HttpContext.TraceIdentifier);
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "MnM";
            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Converters.Add(new UtcJson());
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.AddProtection(settings);
        services.AddSingleton<IRiotKeyStore, ProtectedKeyStore>();
        services.AddSingleton<OwnerCode>();
        services.AddSingleton<SharedCertificate>();
        services.AddSingleton<IWebhookVault, WebhookVault>();
        return services;
    }

    /// <summary>The keys of this machine, which lie beside the database.</summary>
    public static void AddProtection(this IServiceCollection services, MnmSettings settings) => services.AddDataProtection()
        .SetApplicationName("MnM")
        .PersistKeysToFileSystem(new(Path.Combine(settings.Storage.DataDirectory, "keys")));

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSingleton<OpenPages>();
        services.AddSingleton<Microsoft.AspNetCore.Components.Server.Circuits.CircuitHandler>(provider => provider.GetRequiredService<OpenPages>());
        services.AddSingleton<StatusReader>();
        services.AddSingleton<OutcomeMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<OutcomeMonitor>());
        services.AddSingleton<RiotMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<RiotMonitor>());
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // A page that comes back later is loaded anew; a kept circuit only costs memory.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
            circuits.DisconnectedCircuitMaxRetained = 10;
        });
        services.AddRadzenComponents();
        // Pages alone: files are compressed by the build, and streams must not wait for a full buffer. Not over https, where names in a page could help to guess its token.
        services.AddResponseCompression(compression => compression.MimeTypes = [MediaTypeNames.Text.Html])
            // The fastest level, which is the default, makes a page half as large again.
            .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal)
            .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddScoped<RecordingActions>();
        services.TryAddSingleton<TemporaryFiles>();
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton<LeavingList>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<DiskMeter>();
        services.AddSingleton<KeptCopiesReader>();
        return services;
    }

    public static void MapPages(this IEndpointRouteBuilder routes) =>
        // Its own frame-ancestors would be a second Content-Security-Policy beside ours.
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            // What a page needs to live is for whoever may see one; the pages themselves say for whom they are.
            .Add(route =>
            {
                if (!route.Metadata.OfType<ComponentTypeMetadata>().Any())
                {
                    route.Metadata.Add(new AuthorizeAttribute(Viewer.Policy));
                }
            });
}
