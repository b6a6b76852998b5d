using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Live.Recording.Files;
using MnM.Collector.Live.Results;
using MnM.Collector.StaticData;
using MnM.Web.Games;
using MnM.Web.Shell;
using Radzen;

namespace MnM.Tests.Games;

/// <summary>What the pages of watched games need.</summary>
internal static class GamePages
{
    /// <summary>Lets the context draw them from what MnM knows.</summary>
    public static void AddGamePages(this BunitContext context, IServiceProvider mnm, LiveOptions settings)
    {
        var services = context.Services;
        services.AddSingleton(mnm.GetRequiredService<TimeProvider>());
        services.AddSingleton(mnm.GetRequiredService<Feed<LiveState>>());
        services.AddSingleton(mnm.GetRequiredService<GameListQuery>());
        services.AddSingleton(mnm.GetRequiredService<GameQueries>());
        services.AddSingleton(mnm.GetRequiredService<GameReplay>());
        services.AddSingleton(mnm.GetRequiredService<GameOutcomeQueries>());
        services.AddSingleton(mnm.GetRequiredService<RecordingStore>());
        services.AddSingleton(mnm.GetRequiredService<GameFileImport>());
        services.AddSingleton(mnm.GetRequiredService<StaticDataStore>());
        services.AddSingleton(Options.Create(settings));
        services.AddScoped<RecordingActions>();
        services.TryAddSingleton<TemporaryFiles>();
        services.AddLogging();
        services.AddSingleton<OutcomeMonitor>();
        services.AddRadzenComponents();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("/js/radzen.js").SetupVoid("load").SetVoidResult();
        services.AddSingleton(new DemoState(isDemo: false));
        services.AddSingleton(new DemoSwitch(null, null));
        context.Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }
}
